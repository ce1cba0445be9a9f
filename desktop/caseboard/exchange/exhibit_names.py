"""Names under which exhibits are handed over: sound on every system, and nothing one could start.

The ending comes from what a file is, never from what it calls itself.
"""

import re
from typing import Final

from caseboard.model.clip import ClipFile

_ENDINGS: Final = {
    "application/epub+zip": ".epub",
    "application/json": ".json",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/warc": ".warc.gz",
    "application/wacz": ".wacz",
    "application/xhtml+xml": ".xhtml",
    "application/zip": ".zip",
    "image/avif": ".avif",
    "image/gif": ".gif",
    "image/heic": ".heic",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/svg+xml": ".svg",
    "image/tiff": ".tif",
    "image/webp": ".webp",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "text/uri-list": ".txt",
}
_ODD = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST = 60


def folder_of(ref: str) -> str:
    """The folder of an exhibit by its short ref."""
    return _plain(ref) or "exhibit"


def name_of(file: ClipFile, number: int) -> str:
    """`01-original-article.html`; the number makes it one of its kind."""
    stem = file.name.rpartition(".")[0] or file.name
    said = _plain(stem)[:_LONGEST].strip("-_")
    parts = [f"{number:02}", file.role.value, *([said] if said else [])]
    return "-".join(parts) + _ENDINGS.get(file.media_type, ".bin")


def _plain(text: str) -> str:
    return _ODD.sub("_", text).strip("-_")
