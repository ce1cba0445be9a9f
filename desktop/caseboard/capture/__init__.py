"""Whatever was dropped, pasted or linked becomes files and a reading; knows no database."""
