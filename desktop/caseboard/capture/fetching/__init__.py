"""Getting a page and what belongs to it from the web, under rules, into a WARC."""
