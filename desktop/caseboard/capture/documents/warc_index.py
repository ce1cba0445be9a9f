"""Where each capture stands in a WARC: what its index is made of."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from warcio.archiveiterator import WARCIterator

from caseboard.capture.answer import Answer
from caseboard.capture.documents import refusals
from caseboard.capture.documents.warc_records import BROKEN

KINDS = {"response", "resource", "revisit"}
_NOT_DIGITS = re.compile(r"\D")


def index(data: bytes, _options: Mapping[str, Any]) -> Answer:
    """`captures`: for each record that can be replayed, the fields of `exchange.cdxj.Capture`.

    Raises `CaseError` where the archive is broken.
    """
    try:
        return Answer({"captures": list(_captures(data))})
    except BROKEN as error:
        raise refusals.broken() from error


def _captures(data: bytes) -> Iterator[dict[str, Any]]:
    records = WARCIterator(BytesIO(data))
    for record in records:
        headers, http = record.rec_headers, record.http_headers
        kind = (http or headers).get_header("Content-Type") or ""
        status = http.get_statuscode() if http else "-"
        offset = records.get_record_offset()
        length = records.get_record_length()  # reads the record to its end
        if record.rec_type not in KINDS:
            continue
        yield {
            "url": headers.get_header("WARC-Target-URI"),
            "time": _NOT_DIGITS.sub("", headers.get_header("WARC-Date"))[:14],
            "media_type": kind.partition(";")[0].strip().lower(),
            "status": status,
            "digest": headers.get_header("WARC-Payload-Digest") or "",
            "offset": offset,
            "length": length,
        }
