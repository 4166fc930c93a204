"""Prevent a path without the script from being a dead end: `python -m reconcile` is the command line."""

from __future__ import annotations

import sys

from reconcile.cli import main

if __name__ == "__main__":
    sys.exit(main())
