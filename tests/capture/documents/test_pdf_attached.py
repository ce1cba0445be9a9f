"""Files that travel inside a PDF."""

from io import BytesIO

import pikepdf
import pytest

from caseboard.capture.documents.pdf_attached import attached
from caseboard.errors import CaseError

WANTED = {"name": "notes.json", "most": 100}


def pdf(**files):
    out = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        for name, data in files.items():
            made.attachments[f"{name}.json"] = data
        made.save(out)
    return out.getvalue()


def test_the_attachment_of_that_name_is_given():
    assert attached(pdf(other=b"[]", notes=b"{}"), WANTED).blobs == (b"{}",)


def test_none_of_that_name_gives_nothing():
    assert attached(pdf(other=b"[]"), WANTED).blobs == ()
    assert attached(pdf(), WANTED).blobs == ()


def test_one_that_is_too_large_is_refused():
    assert attached(pdf(notes=b"x" * 100), WANTED).blobs == (b"x" * 100,)
    with pytest.raises(CaseError, match="too large"):
        attached(pdf(notes=b"x" * 101), WANTED)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"words"])
def test_what_is_no_pdf_is_refused(data):
    with pytest.raises(CaseError):
        attached(data, WANTED)
