"""Five Arabic reports on Iraqi–Peshmerga coordination, 2018–2021: who says what, and where they disagree.

Run it with `uv run examples/coordination_centres.py`. With the folder of the five reports as argument it first proves
that every claim stands where its evidence says; with a second argument it saves the report there (.md, .html, .json).
"""

import sys
from pathlib import Path

import reconcile as rc

DATA = Path(__file__).parent / "data"


def main(reports: str | None = None, save_to: str | None = None) -> rc.Reconciliation[rc.Claim]:
    """Read the claims, reconcile them with the case's own names, and print the report."""
    claims = rc.read_claims(DATA / "coordination_centres.jsonl")
    if reports is not None:
        rc.verify_evidence(claims, Path(reports))
        print(f"{sum(len(claim.evidence) for claim in claims)} pieces of evidence proved\n")
    result = rc.reconcile(claims, lexicon=rc.Lexicon.load(DATA / "lexicon.jsonl"))
    print(result)
    if save_to is not None:
        result.save(save_to)
    return result


if __name__ == "__main__":
    main(*sys.argv[1:])
