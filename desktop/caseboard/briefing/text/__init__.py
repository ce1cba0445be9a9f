"""An outline as Markdown: CommonMark 0.31 with tables, for other editors and for plain reading.

Every text of the case is escaped; what is not CommonMark are tables (GFM) and empty `<a id>`
elements, which links inside the file lead to. Pictures and maps are told of in words.
"""

from caseboard.briefing.text.document import render

__all__ = ["render"]
