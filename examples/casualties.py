"""A user's own class of claims, in another domain: who gives which figures of a flood, as of which day.

Run it with `uv run examples/casualties.py`. The flood, its places, outlets and figures are invented.
"""

from typing import Annotated

import reconcile as rc


class FloodClaim(rc.Claim):
    """What one voice says of a flood; the figure of the dead only grows as more becomes known."""

    killed: Annotated[rc.Quantity | None, rc.Disputed(cumulative=True)] = None
    missing: rc.Quantity | None = None
    houses: Annotated[rc.Quantity | None, rc.Disputed(rel_tol=0.1)] = None
    warned: bool | None = None


WIRE = {"outlet": "Northwire", "basis": "own-reporting"}
REPRINT = {"outlet": "Daily Plain", "via": ["Northwire"], "basis": "wire"}
DEFENCE = {"outlet": "Radio Sarn", "organization": "Civil Defence", "basis": "statement"}
GOVERNOR = {"outlet": "Hill Courier", "organization": "Governor of Sarn", "basis": "statement"}
DOCTOR = {"outlet": "Hill Courier", "speaker": "a doctor", "kind": "unnamed"}
RELIEF = {"outlet": "Lowland Relief", "basis": "own-reporting"}
MINISTRY = {"outlet": "Radio Sarn", "organization": "Water Ministry", "basis": "statement"}

FLOOD = {"event_type": "disaster.flood", "about": "flood at Sarn", "places": "Sarn", "when": "2024-03-14"}
DAM = {"event_type": "dam.release", "about": "gates of Orun dam opened", "places": "Orun dam"}
FIRST = {"reported": "2024-03-14", "as_of": "2024-03-14"}
THIRD = {"reported": "2024-03-16", "as_of": "2024-03-16"}
BEST = {"low": 18, "high": 31, "best": 24}
CIVILIANS = {"low": 33, "high": 33, "scope": "civilians"}

RECORDS = [
    {"id": "wire", "killed": "at least 20", "missing": 60, "source": WIRE, **FLOOD, **FIRST},
    {"id": "reprint", "killed": "at least 20", "missing": 60, "source": REPRINT, **FLOOD, **FIRST},
    {"id": "defence", "killed": BEST, "source": DEFENCE, **FLOOD, **FIRST},
    {"id": "governor", "killed": 41, "houses": 1040, "warned": True, "source": GOVERNOR, **FLOOD, **THIRD},
    {"id": "doctor", "killed": 55, "source": DOCTOR, **FLOOD, **THIRD},
    {"id": "relief", "killed": CIVILIANS, "houses": 985, "warned": False, "source": RELIEF, **FLOOD, **THIRD},
    {"id": "gates", "phase": "completed", "source": RELIEF, "reported": "2024-03-15", **DAM},
    {"id": "denial", "polarity": "denied", "source": MINISTRY, "reported": "2024-03-16", **DAM},
]


def main() -> rc.Reconciliation[FloodClaim]:
    """Print the report, then the figures of the dead as objects."""
    result = rc.reconcile(FloodClaim.model_validate(record) for record in RECORDS)
    print(result)
    print("\nTHE FIGURES OF THE DEAD, AS OBJECTS\n")
    for account in result.event("wire").account("killed"):
        print(f"{account.status}; all statements together allow {account.bounds or 'no figure'}")
        for position in account.positions:
            print(f"    {position.value}: said in {', '.join(position.ids)}", end="; ")
            print(f"{len(position.voices)} named voices, first-hand in {', '.join(position.carriers)}")
    for conflict in result.find(field="killed"):
        values = " / ".join(str(position.value) for position in conflict.positions)
        print(f"{conflict.kind.value}: {values}", *conflict.readings, sep="\n    because ")
    return result


if __name__ == "__main__":
    main()
