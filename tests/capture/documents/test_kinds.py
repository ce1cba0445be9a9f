"""Documents and saved pages, told by their bytes and read by what is there for them."""

import gzip
from functools import partial

import archiving
import posting
import printing
import pytest
import wording

from caseboard.capture import readers, sniff
from caseboard.capture.documents import kinds
from caseboard.capture.drop import Drop, Flavour, sort
from caseboard.errors import CaseError
from caseboard.model.terms import ClipKind

FILES = [
    ("report.pdf", printing.scan, sniff.PDF, ClipKind.DOCUMENT),
    ("report.docx", wording.report, sniff.DOCX, ClipKind.DOCUMENT),
    ("report.odt", wording.odt, sniff.ODT, ClipKind.DOCUMENT),
    ("report.zip", wording.odt, sniff.ODT, ClipKind.DOCUMENT),
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


ODS = "application/vnd.oasis.opendocument.spreadsheet"


@pytest.mark.parametrize(
    ("name", "data", "media_type", "said"),
    [
        ("mail.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), sniff.OUTLOOK, "eml"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), sniff.OLE, "PDF"),
        ("a.bin", rb"{\rtf1\ansi words}", sniff.RTF, "PDF"),
        (
            "a.zip",
            wording.archive({"[Content_Types].xml": "x", "xl/w.xml": "x"}),
            sniff.XLSX,
            "PDF",
        ),
        (
            "a.zip",
            wording.archive({"[Content_Types].xml": "x", "ppt/p.xml": "x"}),
            sniff.PPTX,
            "PDF",
        ),
        ("a.zip", wording.packed("application/epub+zip"), sniff.EPUB, "PDF"),
        ("a.zip", wording.packed(ODS), ODS, "PDF"),
    ],
)
def test_what_is_not_read_is_kept_and_says_how_it_can_be(tmp_path, name, data, media_type, said):
    path = tmp_path / name
    path.write_bytes(data)
    (intake,) = sort(Drop(files=(path,)))
    assert (intake.files[0].media_type, intake.kind) == (media_type, ClipKind.DOCUMENT)
    with pytest.raises(CaseError, match="kept as") as refused:
        readers.read(intake.kind, media_type, data)
    assert said in refused.value.hint
