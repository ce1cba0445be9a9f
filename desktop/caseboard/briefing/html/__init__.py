"""An outline as one HTML file that needs nothing else: styles and pictures are inside.

It holds no script and asks for nothing (Content Security Policy Level 3), so it can be read where
there is no network. Text is escaped from end to end; only addresses of http and https are links.
"""

from caseboard.briefing.html.document import render

__all__ = ["render"]
