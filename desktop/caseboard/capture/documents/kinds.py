"""Which documents are read, and by what."""

from collections.abc import Callable

from caseboard.capture import sniff
from caseboard.capture.documents import docx, mail, mhtml, odt, pdf, warc
from caseboard.capture.reading import Reading

READERS: dict[str, Callable[[bytes], Reading]] = {
    sniff.PDF: pdf.read,
    sniff.DOCX: docx.read,
    sniff.ODT: odt.read,
    sniff.MAIL: mail.read,
    sniff.MHTML: mhtml.read,
    sniff.WARC: warc.read,
    sniff.WACZ: warc.read_packed,
}
"""By media type. Each raises `CaseError` where a file cannot be read."""

_PAGE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]"
    b">>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font"
    b"<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj 4 0 obj<</Length 29>>stream\n"
    b"BT/F 9 Tf 9 9 Td(Words)Tj ET \nendstream endobj trailer<</Root 1 0 R>>"
)
_MAIL = b"From: =?koi8-r?B?99@a.example\nDate: Thu, 14 Nov 2024 11:39:00 +0200\n\nWords\n"


def warm_up() -> None:
    """Load all that reading needs, for a process that will give up loading anything."""
    pdf.read(_PAGE)
    mail.read(_MAIL)
