"""Prevent a report that some readers cannot use: one page for screens, print, dark rooms and screen readers.

>>> page("Title", "<p>text</p>").startswith("<!doctype html>")
True
"""

from __future__ import annotations

from html import escape

_STYLE = """
:root { color-scheme: light dark; --line: #8886; --soft: #8881; --sharp: #b3261e; --mild: #6b5900; }
@media (prefers-color-scheme: dark) { :root { --sharp: #ffb4ab; --mild: #e3c46c; } }
body { font: 1rem/1.5 system-ui, "Noto Sans", "Noto Naskh Arabic", sans-serif; margin: 0 auto; max-width: 60rem;
  padding: 1rem; }
h1, h2, h3 { line-height: 1.25; } h2 { border-bottom: 1px solid var(--line); margin-top: 2.5rem; }
h3 { margin-bottom: .25rem; } p { margin: .25rem 0 .75rem; }
.skip { left: -999rem; position: absolute; } .skip:focus { left: 1rem; }
.facts, .where, small { opacity: .8; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: start; vertical-align: top; }
thead th { background: var(--soft); } tbody th { font-weight: 600; }
th[scope=rowgroup] { width: 26%; } th small { font-weight: 400; } th[scope=row] { min-width: 5.5rem; }
th, td, p, h3 { overflow-wrap: break-word; }
bdi { font-size: 1.1em; line-height: 1; }
.contested th, .denied th { border-inline-start: 4px solid var(--sharp); }
.revised th { border-inline-start: 4px solid var(--mild); }
.denial h3, .contradiction h3, .discrepancy h3 { color: var(--sharp); }
article:target, tr:target { outline: 2px solid Highlight; } main:focus { outline: none; }
@media print { nav, .skip { display: none; } article { break-inside: avoid; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(title: str, body: str) -> str:
    """Return a whole web page.

    Args:
        title: plain text.
        body: HTML that is already escaped.
    """
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en" dir="ltr"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>",
            '<a class="skip" href="#main">Skip to the report</a>',
            f'<main id="main" tabindex="-1">\n{body}\n</main></body></html>\n',
        )
    )
