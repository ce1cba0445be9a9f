"""A briefing as a Word document, read back by the library that others read it with."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from briefing_cases import (
    CREDIT,
    EXPORTED,
    HOSTILE,
    PICTURES,
    STRANGE,
    Pictures,
    empty,
    hostile,
    kupiansk,
    large,
    outline,
)
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx_reading import bookmarks, in_wrong_order, links, opened, parts, words
from PIL import Image

from caseboard.briefing import docx
from caseboard.briefing.blocks import (
    Cell,
    Column,
    Emblem,
    Figure,
    Figures,
    Gauge,
    Paragraph,
    Pill,
    Region,
    Row,
    Run,
    Section,
    SectionKind,
    Table,
    Thumbnail,
    Tone,
    Yardstick,
    plain,
    text_of,
)
from caseboard.briefing.walk import paragraphs as paragraphs_of
from caseboard.model.terms import Marking

SHA = next(iter(PICTURES.files))
SYMBOL = (
    '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny" width="30"'
    ' height="20" viewBox="0 0 30 20"><path d="M0 0L30 0L30 20Z" fill="#80e0ff"/></svg>'
)


@pytest.fixture(scope="module")
def made():
    return outline(kupiansk())


@pytest.fixture(scope="module")
def data(made):
    return docx.render(made)


@pytest.fixture(scope="module")
def document(data):
    return opened(data)


def with_blocks(*blocks):
    section = Section(SectionKind.NOTES, "Notes", blocks)
    return replace(outline(empty()), sections=(section,))


def test_every_word_of_the_outline_stands_in_it_in_order(made, document):
    said, place = words(document), 0
    for section in made.sections:
        place = said.index(section.title, place)
        for part in paragraphs_of(section):
            assert " ".join(text_of(part.runs).split()) in said


def test_titles_are_headings_that_word_can_list(made, document):
    found = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert found == [section.title for section in made.sections]
    assert document.paragraphs[1].style.name == "Title"


def test_every_link_leads_to_a_bookmark_that_is_set_once(document):
    names, (inside, outside) = bookmarks(document), links(document)
    assert len(names) == len(set(names))
    assert all(len(name) <= 40 and name.isascii() for name in names)
    assert set(inside) <= set(names)
    assert len(inside) > 10
    assert outside
    assert all(address.startswith("https://") for address in outside)


def test_an_endnote_is_linked_both_ways(document):
    inside, _outside = links(document)
    assert {"b_source_1", "b_cite_1"} <= set(inside)


def test_the_marking_stands_in_head_and_foot(made):
    for marking, colour in ((Marking.RED, "FF2B2B"), (Marking.GREEN, "33FF00")):
        section = opened(docx.render(replace(made, marking=marking))).sections[0]
        for part in (section.header, section.footer):
            assert part.paragraphs[0].text.endswith(f"\u00a0{marking.value}\u00a0")
            mark = part.paragraphs[0].runs[-1]
            assert str(mark.font.color.rgb) == colour
            assert mark.font.size == Pt(12)


def test_a_classification_stands_in_place_of_the_label(made):
    section = opened(docx.render(replace(made, classification="ДСК"))).sections[0]
    assert "ДСК" in section.header.paragraphs[0].text
    assert "TLP" not in section.footer.paragraphs[0].text


def test_the_foot_counts_pages_by_fields(document):
    foot = document.sections[0].footer.paragraphs[0]
    codes = [each.text for each in foot._p.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert foot.text.startswith("Page 1 of 1 · KUP-2024-11")


def test_it_says_what_it_is(document):
    told = document.core_properties
    assert (told.title, told.author) == ("Kupiansk approach, 14 Nov 2024", "Desk 2")
    assert told.created == told.modified == EXPORTED.replace(tzinfo=told.created.tzinfo)
    assert (told.language, told.comments, told.last_modified_by) == ("en", "", "")


def test_its_words_are_checked_in_its_language(made):
    document = opened(docx.render(replace(made, language="uk")))
    found = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert found == {"uk-UA"}


@pytest.mark.parametrize(("size", "width", "height"), [("A4", 210, 297), ("Letter", 215.9, 279.4)])
def test_pages_are_as_large_as_asked(made, size, width, height):
    section = opened(docx.render(made, size)).sections[0]
    assert abs(section.page_width - Mm(width)) < Mm(0.1)
    assert abs(section.page_height - Mm(height)) < Mm(0.1)


def test_tables_repeat_their_head_and_keep_rows_whole(document):
    table = next(each for each in document.tables if each.cell(0, 0).text == "Claim")
    head, *rows = table._tbl.tr_lst
    assert head.trPr.find(qn("w:tblHeader")) is not None
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert not any(row.trPr.find(qn("w:tblHeader")) is not None for row in rows)


def test_no_table_is_wider_than_the_page_and_every_cell_ends_in_a_paragraph(document):
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for table in document.element.iter(qn("w:tbl")):
        wide = sum(int(each.get(qn("w:w"))) for each in table.iter(qn("w:gridCol")))
        assert wide * 635 <= room + 20_000
    for cell in document.element.iter(qn("w:tc")):
        assert cell[-1].tag == qn("w:p")


def test_two_tables_never_touch(document):
    body = list(document.element.body)
    assert not [one for one, other in pairwise(body) if one.tag == other.tag == qn("w:tbl")]


@pytest.mark.parametrize("case", [kupiansk, hostile, empty, large])
def test_what_is_written_stands_in_the_order_of_the_schema(case):
    assert in_wrong_order(opened(docx.render(outline(case())))) == []


def test_pictures_carry_what_they_show_and_their_credit(document):
    shapes = document.inline_shapes
    assert len(shapes) == 2
    assert all(shape._inline.docPr.get("descr") for shape in shapes)
    assert len({shape._inline.docPr.get("id") for shape in shapes}) == 2
    assert CREDIT in words(document)


def test_a_picture_that_cannot_be_had_leaves_a_sentence():
    document = opened(docx.render(outline(kupiansk(), pictures=Pictures())))
    assert "This picture could not be shown: photo.jpg." in words(document)
    assert not document.inline_shapes


def picture_in(document):
    names = [part for part in document.part.package.iter_parts() if "media" in part.partname]
    return Image.open(BytesIO(names[0].blob)).convert("RGB")


def test_regions_are_drawn_onto_the_picture_with_their_letters():
    def figure(*regions):
        return Figures((Figure((plain("Guns"),), "Guns", lambda: PICTURES(SHA), "", "", regions),))

    without = picture_in(opened(docx.render(with_blocks(figure()))))
    region = Region("A", 0.25, 0.5, 0.2, 0.2)
    with_one = picture_in(opened(docx.render(with_blocks(figure(region)))))
    edge = (with_one.width // 4 + 1, round(0.65 * with_one.height))
    assert min(with_one.getpixel(edge)) > 200
    assert max(without.getpixel(edge)) < 200
    outside = (with_one.width // 8, with_one.height // 8)
    assert with_one.getpixel(outside) == pytest.approx(without.getpixel(outside), abs=6)


def test_pills_symbols_and_thumbnails_stand_in_their_cells():
    parts_ = (Pill("disputed", Tone.BAD), Emblem(SYMBOL, 30, 20))
    row = Row((Cell(parts_, span=2), Cell((Thumbnail("Guns", lambda: PICTURES(SHA)),))))
    columns = tuple(Column(label, 1 / 3) for label in "abc")
    document = opened(docx.render(with_blocks(Table(columns, (row,)))))
    assert "disputed" in words(document)
    symbol, small = document.inline_shapes
    assert (symbol.width, symbol.height) == (Pt(22.5), Pt(15))
    assert small._inline.docPr.get("descr") == "Guns"
    assert max(small.width, small.height) <= Pt(36)


def test_a_likelihood_is_told_in_words():
    gauge = Gauge("likely", 55, 80, "55–80 %")
    said = words(opened(docx.render(with_blocks(Yardstick("ICD 203", (gauge,))))))
    assert said.endswith("Notes ICD 203 likely 55–80 %")


def test_markup_in_the_case_is_read_as_text():
    document = opened(docx.render(outline(hostile())))
    said = words(document)
    for text in HOSTILE:
        assert text in said
    assert links(document)[1] == []


def test_strange_letters_stand_as_they_are_and_hidden_ones_do_not():
    text = f"{STRANGE} \u202egpj.exe\u0007\ufffe\ud800"
    said = words(opened(docx.render(with_blocks(plain(text)))))
    assert "Ґанок, Їжак, Єлисей" in said
    assert said.endswith("gpj.exe\ufffd\ufffd\ufffd")


def test_links_lead_to_pages_of_the_web_alone():
    runs = tuple(
        Run(url, url=url) for url in ("https://a.example/?q=1&r=2", "file:///x", "javascript:1")
    )
    document = opened(docx.render(with_blocks(Paragraph(runs))))
    assert links(document) == ([], ["https://a.example/?q=1&r=2"])


def test_words_of_another_language_say_which():
    document = opened(docx.render(with_blocks(plain("They wrote “ворог” її there."))))
    (run,) = [each for each in document.paragraphs[-1].runs if "ворог" in each.text]
    assert run._r.rPr.find(qn("w:lang")).get(qn("w:val")) == "uk"
    assert document.paragraphs[-1].text == "They wrote “ворог” її there."


def test_the_same_case_gives_the_same_bytes_without_a_clock(data):
    assert docx.render(outline(kupiansk())) == data
    with ZipFile(BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not [name for name in parts(data) if "thumbnail" in name]


def test_writing_stops_where_whoever_watches_says_so(made):
    def stop(done, total):
        assert total == len(made.sections)
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        docx.render(made, progress=stop)
