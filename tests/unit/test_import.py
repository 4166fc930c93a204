"""`import reconcile` is light: no heavy library comes with it, and Hypothesis never does."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("scipy", "jinja2", "hypothesis", "typer", "pandas", "pyarrow", "narwhals", "polars", "matplotlib")


def _python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)  # noqa: S603
    return done.stdout.strip()


def test_import_brings_no_heavy_library() -> None:
    code = f"import sys, reconcile; print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    assert _python(code) == "[]"


def test_import_is_quick() -> None:
    # Bounds are generous for a machine under load; the aim of 250 ms is measured in benchmarks.
    clocks = "process_time", "perf_counter"
    told = ", ".join(f"time.{clock}()" for clock in clocks)
    code = f"import time; begun = [{told}]; import reconcile; print(*(b - a for a, b in zip(begun, [{told}])))"
    spent = [map(float, _python(code).split()) for _ in range(3)]
    for best, bound in zip(map(min, zip(*spent, strict=True)), (1.0, 6.0), strict=True):
        assert best < bound


def test_reconciling_with_no_strategies_needs_no_hypothesis() -> None:
    code = (
        "import sys, reconcile as rc, reconcile.testing as t\n"
        "run = lambda c: rc.reconcile(c)\n"
        "t.assert_laws(run([rc.Claim(event_type='x', count=2, source='A')]), run=run)\n"
        "print('hypothesis' in sys.modules)"
    )
    assert _python(code) == "False"


def test_hypothesis_knows_the_types_and_loads_no_strategy_before_it_needs_one() -> None:
    code = "import sys, hypothesis\nprint([name for name in sys.modules if name.startswith('reconcile.strategies.')])\n"
    assert _python(code) == "['reconcile.strategies.registry']"


def test_strategies_come_first_or_last() -> None:
    for first in ("import reconcile.strategies", "import hypothesis", "import reconcile"):
        code = f"{first}\nfrom reconcile.strategies import claims\nfrom hypothesis import Phase, find, settings\n"
        code += "plain = settings(phases=[Phase.generate, Phase.shrink])\n"
        assert _python(code + "print(find(claims(), bool, settings=plain).source.outlet)") == "A"
