"""Documents and saved pages, told by their bytes and read by what is there for them."""

import gzip
from functools import partial

import archiving
import posting
import printing
import pytest
import wording

from caseboard.capture import sniff
from caseboard.capture.documents import kinds
from caseboard.capture.drop import Drop, Flavour, sort
from caseboard.model.terms import ClipKind

FILES = [
    ("report.pdf", printing.scan, sniff.PDF, ClipKind.DOCUMENT),
    ("report.docx", wording.report, sniff.DOCX, ClipKind.DOCUMENT),
    ("mail.eml", posting.newsletter, sniff.MAIL, ClipKind.DOCUMENT),
    ("related.eml", posting.saved_page, sniff.MAIL, ClipKind.DOCUMENT),
    ("page.mhtml", posting.saved_page, sniff.MHTML, ClipKind.ARTICLE),
    ("page", posting.saved_page, sniff.MHTML, ClipKind.ARTICLE),
    ("page.warc", partial(archiving.warc, packed=False), sniff.WARC, ClipKind.ARTICLE),
    ("page.warc.gz", archiving.warc, sniff.WARC, ClipKind.ARTICLE),
    ("page.gz", archiving.warc, sniff.WARC, ClipKind.ARTICLE),
    ("page.wacz", archiving.wacz, sniff.WACZ, ClipKind.ARTICLE),
    ("page.zip", archiving.wacz, sniff.WACZ, ClipKind.ARTICLE),
    ("report.zip", wording.report, sniff.DOCX, ClipKind.DOCUMENT),
]


@pytest.mark.parametrize(("name", "make", "media_type", "kind"), FILES)
def test_a_file_is_told_by_its_bytes(tmp_path, name, make, media_type, kind):
    path = tmp_path / name
    path.write_bytes(make())
    (intake,) = sort(Drop(files=(path,)))
    assert (intake.files[0].media_type, intake.kind) == (media_type, kind)
    assert media_type in kinds.READERS


def test_an_archive_of_anything_is_kept_as_it_is(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(wording.archive({"a.txt": "x"}))
    assert sniff.of_file(path) == "application/zip"
    path.write_bytes(gzip.compress(b"words"))
    assert sniff.of_file(path) == "application/gzip"
    path.write_bytes(b"\x1f\x8b\xff")
    assert sniff.of_file(path) == "application/gzip"


def test_a_document_dragged_as_mere_bytes_is_told_as_well():
    (intake,) = sort(Drop((Flavour("application/octet-stream", printing.scan(), "a.pdf"),)))
    assert (intake.files[0].media_type, intake.kind) == (sniff.PDF, ClipKind.DOCUMENT)


def test_warming_up_reads_a_page():
    kinds.warm_up()
