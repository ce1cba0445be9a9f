"""An outline as a Word document (ISO/IEC 29500): real styles, headings, tables, links and fields.

Text goes into text nodes alone; only addresses of http and https are links.
"""

from caseboard.briefing.docx.document import render

__all__ = ["render"]
