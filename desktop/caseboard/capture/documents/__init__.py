"""Documents and saved pages in files of their own: PDF, DOCX, mail, MHTML, WARC and WACZ."""
