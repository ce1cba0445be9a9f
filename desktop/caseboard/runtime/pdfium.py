"""PDFium draws for one thread of a process at a time: whoever calls it holds this lock."""

from threading import Lock

LOCK = Lock()
