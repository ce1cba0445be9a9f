from io import BytesIO

import archiving
import pytest
from warcio.archiveiterator import ArchiveIterator

from caseboard.capture.documents import warc_index
from caseboard.capture.worker import Worker
from caseboard.errors import CaseError


def test_every_answer_is_found_where_it_stands():
    data = archiving.warc()
    found = warc_index.index(data, {}).values["captures"]
    assert len(found) == len(archiving.usual())
    for row, (url, body, _headers, status) in zip(found, archiving.usual(), strict=True):
        alone = data[row["offset"] : row["offset"] + row["length"]]
        record = next(iter(ArchiveIterator(BytesIO(alone))))
        assert record.content_stream().read() == body
        assert (row["url"], row["status"], row["time"]) == (url, status[:3], "20250304093000")


def test_what_is_no_archive_is_refused_in_words():
    with pytest.raises(CaseError, match="broken"):
        warc_index.index(b"no archive at all, but words", {})


def test_the_worker_makes_the_index():
    worker = Worker()
    try:
        found = worker.do("warc_index", archiving.warc()).values["captures"]
    finally:
        worker.close()
    assert [row["url"] for row in found] == [each[0] for each in archiving.usual()]
