"""Prevent "the 1991 uprising" from counting 1,991 of them, and خُمس from being five: what only looks like a count.

>>> no_count("1991 uprising in the south"), no_count("1991 people"), no_count("خُمس السكان")
('1991 is the year of one uprising', '', 'خُمس may be a fifth')
"""

from __future__ import annotations

import re

_EVENTS = (
    "accord|agreement|attack|ballot|battle|bombing|budget|campaign|ceasefire|census|conference|constitution|coup|"
    "crisis|deal|drought|earthquake|edition|election|embargo|famine|genocide|intifada|invasion|law|massacre|offensive|"
    "operation|pact|pandemic|peace|poll|referendum|report|revolt|revolution|season|siege|summit|takeover|treaty|truce|uprising|"
    "vote|war|withdrawal"
)
# Up to three words of a name may stand between: "2005 Iraqi constitution", "2003 US-led invasion of Iraq".
_NAME = r"(?: [A-Za-z'’.-]{1,30}){0,3}?"
_BEHIND = r"(?= (?:of|in|at|on|against|by|and|with|to|for|near|between|after|before|that|which)\b|\W{0,3}$|[,.;:!?)])"
_YEAR = re.compile(rf"\W{{0,3}}(?:[Tt]he )?((?:19|20)\d\d){_NAME} ({_EVENTS}){_BEHIND}")
_FIFTH = "خُم"


def no_count(text: str) -> str:
    """Return why a text that begins with a number counts nothing, or an empty text.

    An English noun that says one, behind a year, makes the year a name; a damma makes of five a fifth.

    Args:
        text: a text as a report writes it.
    """
    year = _YEAR.match(text)
    if year is not None:
        return f"{year[1]} is the year of one {year[2]}"
    return "خُمس may be a fifth" if _FIFTH in text else ""
