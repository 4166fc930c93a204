"""How many examples Hypothesis tries, by the variable RECONCILE_PROFILE.

100 by default, in `quick` 15, in `ci` 1,000, in `thorough` 20,000,
"""

from __future__ import annotations

import gc
import os
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from reconcile.strategies.about import CHARACTERS

# How fast examples are drawn says something of the machine, nothing of the laws.
_COMMON: dict[str, Any] = {"deadline": None, "print_blob": True, "suppress_health_check": [HealthCheck.too_slow]}

# What of a failure may vary is told by the long profiles: to work it out takes nine tenths of the time of each `find`.
_PHASES = tuple(phase for phase in Phase if phase is not Phase.explain)

settings.register_profile("quick", max_examples=15, phases=_PHASES, **_COMMON)
settings.register_profile("default", max_examples=100, phases=_PHASES, **_COMMON)
settings.register_profile("ci", max_examples=1_000, derandomize=True, **_COMMON)
settings.register_profile("thorough", max_examples=20_000, **_COMMON)
settings.load_profile(os.environ.get("RECONCILE_PROFILE", "default"))

st.register_type_strategy(str, st.text(CHARACTERS))


def pytest_collection_finish() -> None:
    """Put what lives until the end, modules and tests, where the garbage collector does not go through it again."""
    gc.collect()
    gc.freeze()
