"""ODT: words in their order, what stands apart, what the file says of itself."""

import pytest
import wording
from captured import picture

from caseboard.capture.documents import odt
from caseboard.errors import CaseError
from caseboard.model.parts import body_text
from caseboard.model.terms import PartKind


def blocks(read):
    return [(part.kind, read.text[part.start : part.end]) for part in read.parts]


def test_words_stand_in_their_order_and_notes_and_comments_apart():
    read = odt.read(wording.odt())
    assert blocks(read) == [
        (PartKind.HEADING, "Розділ 1"),
        (PartKind.PARAGRAPH, "Міст знову відкрито. So it is."),
        (PartKind.LIST_ITEM, "one"),
        (PartKind.PARAGRAPH, "a"),
        (PartKind.PARAGRAPH, "End"),
        (PartKind.OTHER, "See the law."),
        (PartKind.OTHER, "Comment (I. Franko): Is this so?"),
    ]
    assert "See the law" not in body_text(read.text, read.parts)


def test_what_it_says_of_itself_is_told_with_dates_as_edtf():
    read = odt.read(wording.odt())
    assert (read.title, read.author) == ("Мости", "Olena Marchuk")
    assert read.metadata["Created"] == "2024-11-14T11:39:00"
    assert read.said_in == {"author": "ODF initial-creator"}
    assert read.published is None


def test_deleted_words_are_no_body():
    gone = "<text:tracked-changes><text:p>Old words</text:p></text:tracked-changes>"
    read = odt.read(wording.odt(f"{gone}<text:p>Words</text:p>"))
    assert blocks(read) == [(PartKind.PARAGRAPH, "Words"), (PartKind.OTHER, "Deleted: Old words")]


def test_pictures_come_out():
    link = 'xmlns:x="http://www.w3.org/1999/xlink" x:href="Pictures/a.jpg"'
    shown = f"<text:p><draw:image {link}/>x</text:p>"
    read = odt.read(wording.odt(shown, **{"Pictures/a__jpg": picture()}))
    assert [(one.url, one.data) for one in read.embedded] == [("Pictures/a.jpg", picture())]


def test_a_deep_document_is_read():
    deep = "<text:span>" * 3_000 + "deep" + "</text:span>" * 3_000
    assert "deep" in odt.read(wording.odt(f"<text:p>{deep}</text:p>")).text


@pytest.mark.parametrize(
    "data", [b"", b"words", wording.packed("application/x"), wording.odt()[:90]]
)
def test_a_broken_document_is_told_in_words(data):
    with pytest.raises(CaseError, match="broken"):
        odt.read(data)
