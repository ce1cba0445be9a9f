"""DOCX: words in their order, and what the file says of itself."""

import zipfile
from io import BytesIO

import pytest
import wording
from captured import PARAGRAPHS, picture

from caseboard.capture.documents import docx
from caseboard.errors import CaseError
from caseboard.model.parts import body_text
from caseboard.model.terms import PartKind


def blocks(read):
    return [(part.kind, read.text[part.start : part.end]) for part in read.parts]


def test_paragraphs_headings_and_tables_stand_in_their_order():
    read = docx.read(wording.report())
    assert blocks(read) == [
        (PartKind.HEADING, "Розділ 1"),
        *((PartKind.PARAGRAPH, text) for text in PARAGRAPHS["uk"]),
        (PartKind.PARAGRAPH, "a | 1"),
        (PartKind.PARAGRAPH, "b | 2"),
    ]
    assert (read.language, read.problem) == ("uk", "")


def test_lists_quotations_and_the_title_are_told_by_their_styles():
    body = wording.paragraph("The bridge", "a3") + wording.item("one")
    read = docx.read(wording.document(body + wording.paragraph("“So.”", "q")))
    assert blocks(read) == [
        (PartKind.TITLE, "The bridge"),
        (PartKind.LIST_ITEM, "one"),
        (PartKind.QUOTE, "“So.”"),
    ]
    assert read.title == "The bridge"
    assert body_text(read.text, read.parts) == "one\n\n“So.”"


def test_the_core_properties_are_told_with_dates_as_edtf():
    core = (
        "<dc:title>Bridges</dc:title><dc:creator>Olena Marchuk;Ivan Franko</dc:creator>"
        "<dcterms:created>2024-11-14T11:39:00Z</dcterms:created>"
        "<dcterms:modified>someday</dcterms:modified><dc:language>uk-UA</dc:language>"
    )
    read = docx.read(wording.document(wording.paragraph("Words"), core))
    assert (read.title, read.author, read.language) == (
        "Bridges",
        "Olena Marchuk, Ivan Franko",
        "uk",
    )
    assert read.metadata["Created"] == "2024-11-14T11:39:00Z"
    assert "Changed" not in read.metadata
    assert read.published is None


def test_deleted_words_stand_apart_and_inserted_ones_are_kept():
    changed = (
        "<w:p><w:r><w:t>Twelve</w:t></w:r><w:del><w:r><w:delText> old</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> new</w:t><w:tab/><w:t>boats</w:t></w:r></w:ins></w:p>"
    )
    read = docx.read(wording.document(changed))
    assert body_text(read.text, read.parts) == "Twelve new boats"
    assert blocks(read)[-1] == (PartKind.OTHER, "Deleted: old")


def test_deletions_and_comments_say_who_made_them():
    gone = (
        '<w:p><w:del w:author="O. Marchuk" w:date="2024-11-14T11:39:00Z"><w:r><w:delText>Old words'
        "</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>"
    )
    comments = (
        f'<w:comments {wording.W}><w:comment w:author="I. Franko">'
        f"{wording.paragraph('Is this so?')}</w:comment></w:comments>"
    )
    words = wording.paragraph("Words") + gone
    read = docx.read(wording.document(words, word__comments=comments))
    assert blocks(read) == [
        (PartKind.PARAGRAPH, "Words"),
        (PartKind.OTHER, "Comment (I. Franko): Is this so?"),
        (PartKind.OTHER, "Deleted (O. Marchuk, 2024-11-14T11:39:00Z): Old words"),
        (PartKind.OTHER, "Deleted: moved"),
    ]
    assert body_text(read.text, read.parts) == "Words"


def illustrated(**media):
    """A DOCX that shows each of these files of its archive, and one of somewhere else."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    drawings = "".join(
        f'<w:p><w:r><w:drawing><wp:docPr xmlns:wp="urn:wp" descr="Picture {n}"/>'
        f'<a:blip xmlns:a="urn:a" xmlns:r="{kind}" r:embed="r{n}"/></w:drawing></w:r></w:p>'
        for n in range(1, len(media) + 2)
    )
    targets = [*(f"media/{name.replace('__', '.')}" for name in media), "http://r.example/x.png"]
    relations = "".join(f'<R Id="r{n}" Target="{t}"/>' for n, t in enumerate(targets, 1))
    made = wording.document(wording.paragraph("Words") + drawings)
    with zipfile.ZipFile(BytesIO(made)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["word/_rels/document.xml.rels"] = f"<Rs>{relations}</Rs>"
    files |= {f"word/media/{name.replace('__', '.')}": data for name, data in media.items()}
    return wording.archive(files)


def test_pictures_come_out_in_their_order_with_what_is_said_of_them():
    read = docx.read(illustrated(image2__jpg=picture(), image1__png=picture("PNG")))
    assert [(one.url, one.media_type, one.data) for one in read.embedded] == [
        ("word/media/image2.jpg", "image/jpeg", picture()),
        ("word/media/image1.png", "image/png", picture("PNG")),
    ]
    assert [ref.alt for ref in read.pictures] == ["Picture 1", "Picture 2"]
    assert read.text == "Words"


def test_ornaments_and_what_is_no_picture_stay_where_they_are():
    read = docx.read(illustrated(a__png=picture("PNG", (40, 40)), b__png=b"words", c__emf=b"\x01"))
    assert read.embedded == ()


def test_words_in_a_text_box_are_read_once():
    box = f"<w:txbxContent>{wording.paragraph('In the box')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Before</w:t></w:r><mc:AlternateContent xmlns:mc='urn:mc'><mc:Choice>"
        f"<w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:p>"
    )
    assert docx.read(wording.document(body)).text == "Before\n\nIn the box"


def test_a_table_in_a_table_is_read_once():
    inner = wording.table(("in", "side"))
    body = f"<w:tbl><w:tr><w:tc>{wording.paragraph('out')}{inner}</w:tc></w:tr></w:tbl>"
    assert docx.read(wording.document(body)).text == "out in side"


def test_footnotes_are_kept_but_no_body():
    notes = (
        f'<w:footnotes {wording.W}><w:footnote w:type="separator"><w:p/></w:footnote>'
        f"<w:footnote>{wording.paragraph('See the law.')}</w:footnote></w:footnotes>"
    )
    read = docx.read(wording.document(wording.paragraph("Words"), word__footnotes=notes))
    assert blocks(read) == [(PartKind.PARAGRAPH, "Words"), (PartKind.OTHER, "See the law.")]
    assert body_text(read.text, read.parts) == "Words"


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d [<!ENTITY e "x"><!ENTITY f "&e;&e;&e;&e;">]>',
    ],
)
def test_entities_are_never_resolved(doctype):
    run = "<w:p><w:r><w:t>Before &e; after</w:t></w:r></w:p>"
    body = f"{doctype}<w:document {wording.W}><w:body>{run}</w:body>"
    read = docx.read(wording.archive({"word/document.xml": f"{body}</w:document>"}))
    assert read.text.split() == ["Before", "after"]
    assert "damaged" in read.problem


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"words", wording.archive({"a.txt": "x"}), wording.report()[:300]],
)
def test_a_broken_document_is_told_in_words(data):
    with pytest.raises(CaseError, match="broken"):
        docx.read(data)


def test_a_deep_document_is_read():
    deep = "<w:sdtContent>" * 20_000 + "</w:sdtContent>" * 20_000
    run = "<w:r>" * 20_000 + "<w:t>deep</w:t>" + "</w:r>" * 20_000
    read = docx.read(wording.document(f"{wording.paragraph('Words')}{deep}<w:p>{run}</w:p>"))
    assert read.text == "Words\n\ndeep"


def test_where_the_words_are_lost_the_pictures_are_shown():
    made = wording.archive({"word/document.xml": "", "word/media/image1.jpeg": picture()})
    read = docx.read(made)
    assert [one.data for one in read.embedded] == [picture()]
    assert "only its pictures" in read.problem
