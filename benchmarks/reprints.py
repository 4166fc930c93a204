"""Reprints: a story in forty outlets is one carrier. Stories are invented, copies lightly edited, under other outlets.

    uv run benchmarks/reprints.py              (2,000 stories, 2,000 short texts)
    uv run benchmarks/reprints.py --quick

Each story is told by one to four tellers in words of their own, and each telling is copied; all give one figure in the
claim. Carriers are right where they are as many as tellers, and never may copies make them more than without copies.
The texts stand in `about`, or quoted as evidence. Unrelated short texts about one event must stay apart.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import reconcile as rc
from stories import Language, Story, edited, short

SEED = 2_020


class Printed(NamedTuple):
    """One text in one outlet: which story, which teller's words, and whether it is a copy."""

    story: int
    teller: int
    copy: bool
    outlet: str
    text: str
    language: Language


def printed(stories: int) -> list[Printed]:
    """Return every text of the invented stories, each telling and its 1–40 copies under outlets of their own."""
    rng = random.Random(SEED)
    found: list[Printed] = []
    for number in range(stories):
        language: Language = "en" if number % 2 else "ar"
        story = Story.invented(rng, language)
        told = story.tellings(rng, rng.choice((1, 1, 2, 3, 4)))
        copies = [rng.randrange(len(told)) for _ in range(rng.randrange(1, 41))]
        texts = [(teller, False, text) for teller, text in enumerate(told)]
        texts += [(teller, True, edited(told[teller], rng, language)) for teller in copies]
        found += [Printed(number, t, c, f"outlet {number}.{n}", text, language) for n, (t, c, text) in enumerate(texts)]
    return found


def claim(one: Printed) -> rc.Claim:
    """Return a printed text as a claim that calls itself own reporting, as copies do."""
    wording: dict[str, Any] = {"about": one.text}
    if one.story % 4 > 1:
        whole = sha256(one.text.encode()).hexdigest()
        quote = {"start": 0, "end": len(one.text), "sha256": whole, "quote": one.text}
        wording = {"evidence": [quote], "event_type": "report"}
    return rc.Claim.model_validate({
        "id": one.outlet, "key": f"story {one.story}", "count": 7, **wording,
        "source": {"outlet": one.outlet, "basis": "own-reporting", "language": one.language},
    })  # fmt: skip


def carriers(claims: Iterable[rc.Claim]) -> dict[str, int]:
    """Return how many carriers the figure of each story has."""
    result = rc.reconcile(claims)
    return {str(event.claims[0].key): len(event.account("count")[0].positions[0].carriers) for event in result.events}


def unrelated(texts: int, per_event: int = 40) -> list[Printed]:
    """Return short texts that share no facts, put under a few events."""
    rng = random.Random(SEED + 1)
    languages: list[Language] = ["en" if number % 2 else "ar" for number in range(texts)]
    return [
        Printed(
            4 * (number // per_event),
            number,
            copy=False,
            outlet=f"outlet {number}",
            text=short(rng, language),
            language=language,
        )
        for number, language in enumerate(languages)
    ]


def merged(texts: list[Printed]) -> float:
    """Return the share of texts that vanish in another's carrier."""
    return 1 - sum(carriers(map(claim, texts)).values()) / len(texts)


def main() -> None:
    """Print how often carriers are counted right, with and without copies, and how many short texts were merged."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="not needed: the stories are invented")
    parser.add_argument("--quick", action="store_true", help="only 60 stories and 200 short texts")
    given = parser.parse_args()
    texts = printed(60 if given.quick else 2_000)
    tellers = Counter(f"story {one.story}" for one in texts if not one.copy)
    begin = time.perf_counter()
    alone = carriers(claim(one) for one in texts if not one.copy)
    copied = carriers(map(claim, texts))
    seconds = time.perf_counter() - begin
    off = Counter(copied[key] - count for key, count in tellers.items())
    for gap, count in sorted(off.items()):
        print(f"carriers {gap:+d} from the tellers: {count:>6,} stories")
    summary = {
        "benchmark": "reprints", "stories": len(tellers), "texts": len(texts),
        "right": round(off[0] / len(tellers), 4), "right_without_copies": round(
            sum(alone[key] == count for key, count in tellers.items()) / len(tellers), 4),
        "more_than_without_copies": sum(copied[key] > alone[key] for key in tellers),
        "short_texts_merged": round(merged(unrelated(200 if given.quick else 2_000)), 5),
        "seconds": round(seconds, 2),
    }  # fmt: skip
    print(json.dumps(summary))


if __name__ == "__main__":
    main()
