"""Prevent every process from compiling the library anew where Python writes no bytecode (PYTHONDONTWRITEBYTECODE).

`[tool.uv] compile-bytecode` reaches what is installed, not an editable checkout. Named in pyproject.toml as a build
hook; hatch runs it when the checkout is installed. Bytecode that is older than its source is not used, so editing
needs nothing.
"""

from __future__ import annotations

import compileall
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Compiled(BuildHookInterface[Any]):
    """Compile the sources of an editable install in place."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatch hands it over
        """Compile where the sources stay where they are; a wheel is compiled by whoever installs it.

        Args:
            version: `editable` or `standard`.
            build_data: what the build will do; left alone.
        """
        if version == "editable":
            compileall.compile_dir(str(Path(self.root) / "src"), quiet=2)
