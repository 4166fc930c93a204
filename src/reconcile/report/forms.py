"""Prevent two lists of the forms of a report: here is the one.

>>> from typing import get_args
>>> get_args(Form)
('text', 'markdown', 'html', 'json', 'csv')
"""

from __future__ import annotations

from typing import Literal

Form = Literal["text", "markdown", "html", "json", "csv"]
