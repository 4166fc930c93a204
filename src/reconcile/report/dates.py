"""Prevent "2020-10-01/2020-10-31" from being all a reader is told: periods are said as a newspaper would.

>>> from reconcile.values import Period
>>> date_words(Period("2020-10-13")), date_words(Period("2020-10"))
('13 October 2020', 'October 2020')
"""

from __future__ import annotations

from reconcile.report.period_words import Phrases, period_words
from reconcile.report.words import named
from reconcile.values import Period

ENGLISH = Phrases(
    months=(
        "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ),
    parts={"early": "early", "mid": "mid", "late": "late"},
    undated="undated",
    unread="“{}”, date not known",
    about="about {}",
    uncertain="{} (uncertain)",
    earlier="{} or earlier",
    later="{} or later",
    part="{} {}",
    between="between {}",
    since="since {}",
    until="until {}",
    span="from {} to {}",
    edge="between {}",
    both="{} and {}",
    clock="{}, {}",
    zone=" {}",
    quoted=named,
    clocked=str,
)  # fmt: skip


def date_words(period: Period | None) -> str:
    """Return a period in words, or what was written where its bounds are unknown.

    Args:
        period: a time or a span; None is "undated".

    >>> from reconcile.values import Period
    >>> date_words(Period(upper="2013-12-31")), date_words(Period("2020-01-05", "2020-02-01"))
    ('2013 or earlier', 'between 5 January and 1 February 2020')
    """
    return period_words(period, ENGLISH)
