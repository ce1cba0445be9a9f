"""Documents and saved pages in files of their own: PDF, DOCX, mail, MHTML, WARC and WACZ."""

PAGE_WIDTH = 2_400
"""Pixels: no page is drawn wider."""
