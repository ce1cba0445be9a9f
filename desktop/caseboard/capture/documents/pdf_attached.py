"""A file that travels inside a PDF (ISO 32000-2, 7.11.4), by its name."""

from collections.abc import Mapping
from typing import Any

import pypdfium2

from caseboard.capture.answer import Answer
from caseboard.capture.documents import pdf_file, refusals

_MANY = 1_000
"""Attachments that are looked at."""


def attached(data: bytes, options: Mapping[str, Any]) -> Answer:
    """The first attachment called `name`, as one blob; none where there is no such attachment.

    Raises `CaseError` where the document is locked or broken, or the attachment is over `most`
    bytes.
    """
    with pdf_file.opened(data) as opened:
        document = opened.document
        for number in range(min(document.count_attachments(), _MANY)):
            attachment = document.get_attachment(number)
            if attachment.get_name() == options["name"]:
                return Answer(blobs=(_content(attachment, int(options["most"])),))
    return Answer()


def _content(attachment: pypdfium2.PdfAttachment, most: int) -> bytes:
    content = bytes(attachment.get_data())
    if len(content) > most:
        raise refusals.too_large()
    return content
