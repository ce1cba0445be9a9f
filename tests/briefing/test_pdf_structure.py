import itertools
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from briefing_cases import empty, hostile, kupiansk, large, outline
from tagged_reading import by_key, content, elements, kids, marks, roles

from caseboard.briefing import pdf
from caseboard.briefing.blocks import (
    Cell,
    Column,
    Figure,
    Figures,
    Paragraph,
    Row,
    Run,
    Section,
    SectionKind,
    Table,
)


def opened(made, **kwargs):
    return pikepdf.open(BytesIO(pdf.render(made, **kwargs)))


@pytest.fixture(scope="module")
def brief():
    with opened(outline(kupiansk())) as read:
        yield read


@pytest.fixture(scope="module")
def long():
    with opened(outline(large())) as read:
        yield read


@pytest.fixture(params=["brief", "long"])
def file(request):
    return request.getfixturevalue(request.param)


def test_everything_painted_is_of_an_element_or_an_artifact(file):
    painted = content(file)
    assert painted.unmarked == []
    assert painted.nested == []


def test_a_hostile_and_an_empty_case_are_tagged_whole_too():
    for case in (hostile(), empty()):
        with opened(outline(case, bottom_line="<b>x</b>", judgements=[])) as read:
            painted = content(read)
            assert painted.unmarked == []
            assert sorted(mark[:2] for mark in marks(read)) == numbered(painted)


def test_every_marked_stretch_is_in_the_tree_once_and_leads_back_to_it(file):
    painted = content(file)
    found = list(marks(file))
    assert sorted(mark[:2] for mark in found) == numbered(painted)
    parents = by_key(file)
    for page, number, element in found:
        key = int(file.pages[page].StructParents)
        assert parents[key][number].objgen == element.objgen


def test_each_page_is_read_in_the_order_it_is_painted(file):
    read = list(marks(file))
    for page, painted in enumerate(content(file).marked):
        assert [number for at, number, _element in read if at == page] == painted


def test_every_element_knows_what_it_is_in(file):
    for element in elements(file):
        for kid in kids(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                assert kid.P.objgen == element.objgen


def test_no_element_but_a_cell_is_empty(file):
    assert all(kids(element) for element in elements(file) if element.S not in ("/TD", "/TH"))


def test_roles_are_standard_or_mapped_to_standard_ones(file):
    standard = {
        "Document",
        "Sect",
        "Div",
        "P",
        "H1",
        "H2",
        "H3",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
    }
    standard |= {"Figure", "Caption", "Link", "Reference", "Note", "Span", "BlockQuote"}
    mapped = {str(role)[1:] for role in file.Root.StructTreeRoot.RoleMap}
    assert set(roles(file)) <= standard | mapped
    assert {str(of)[1:] for of in file.Root.StructTreeRoot.RoleMap.values()} <= standard


def test_headings_go_down_one_level_at_a_time(file):
    levels = [
        1 if role == "Title" else int(role[1:])
        for role in roles(file)
        if role == "Title" or role in ("H1", "H2", "H3")
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_each_section_begins_with_its_heading(brief):
    sections = [element for element in elements(brief) if element.S == "/Sect"]
    firsts = []
    for section in sections:
        with_heads = [each for each in _within(section) if each.S == "/H2"]
        firsts.append(len(with_heads))
    assert firsts
    assert set(firsts) == {1}


def test_tables_have_rows_of_cells_as_many_as_their_labels(file):
    tables = [element for element in elements(file) if element.S == "/Table"]
    assert tables
    for table in tables:
        rows = kids(table)
        assert {str(row.S) for row in rows} == {"/TR"}
        labels = kids(rows[0])
        assert {str(cell.S) for cell in labels} == {"/TH"}
        assert {str(cell.A.Scope) for cell in labels} == {"/Column"}
        for row in rows[1:]:
            assert sum(_columns(cell) for cell in kids(row)) == len(labels)


def test_labels_repeated_on_the_next_page_are_not_read_again(long):
    assert len(long.pages) > 10
    for table in (element for element in elements(long) if element.S == "/Table"):
        assert [str(kids(row)[0].S) for row in kids(table)].count("/TH") == 1


def test_a_row_parted_by_the_end_of_a_page_stays_one_row():
    text = " ".join(f"word{number}" for number in range(3000))
    cells = (Cell((Paragraph((Run(text),)),)), Cell((Paragraph((Run("short"),)),)))
    table = Table((Column("A", 0.5), Column("B", 0.5)), (Row(cells),))
    section = Section(SectionKind.CLAIMS, "Claims", (table,))
    made = outline(empty())
    with opened(_with(made, section)) as read:
        found = [element for element in elements(read) if element.S == "/TR"]
        assert len(found) == 2
        cell = kids(found[1])[0].objgen
        on = {page for page, _number, element in marks(read) if element.objgen == cell}
        assert len(on) > 1


def test_every_link_is_an_element_that_says_where_it_leads(file):
    parents = by_key(file)
    count = 0
    for page in file.pages:
        for annotation in page.get("/Annots", ()):
            link = parents[int(annotation.StructParent)]
            assert link.S == "/Link"
            assert str(annotation.Contents)
            assert any(
                isinstance(kid, pikepdf.Dictionary)
                and kid.get("/Type") == "/OBJR"
                and kid.Obj.objgen == annotation.objgen
                for kid in kids(link)
            )
            count += 1
    assert count > 10


def test_citations_are_references_and_endnotes_are_notes_with_names(brief):
    assert "Reference" in roles(brief)
    notes = [element for element in elements(brief) if element.S == "/Note"]
    names = [str(note.ID) for note in notes]
    assert names
    assert len(set(names)) == len(names)
    found = list(brief.Root.StructTreeRoot.IDTree.Names)
    assert sorted(names) == [str(name) for name in found[::2]]


def test_figures_say_what_they_show_and_where_they_stand():
    with opened(outline(kupiansk())) as read:
        figures = [element for element in elements(read) if element.S == "/Figure"]
        assert figures
        for figure in figures:
            assert str(figure.Alt)
            left, low, right, high = (float(edge) for edge in figure.A.BBox)
            assert 0 <= left < right <= 596
            assert 0 <= low < high <= 842
        assert roles(read).count("Caption") >= len(figures)


def test_a_caption_is_read_though_its_picture_is_gone():
    figure = Figure((Paragraph((Run("Credit: nobody"),)),), "a picture", None, "Not shown.")
    section = Section(SectionKind.PICTURES, "Pictures", (Figures((figure,)),))
    with opened(_with(outline(empty()), section)) as read:
        assert "Caption" in roles(read)
        assert "Figure" not in roles(read)


def test_head_and_foot_of_a_page_are_artifacts_of_it(brief):
    kinds = [
        str(operands[1].Subtype)
        for operands, operator in pikepdf.parse_content_stream(brief.pages[1])
        if str(operator) == "BDC" and operands[1].get("/Type") == "/Pagination"
    ]
    assert set(kinds) == {"/Header", "/Footer"}


def test_the_marking_is_read_once_at_the_beginning(brief):
    first, second = list(elements(brief))[1:3]
    assert (first.S, second.S) == ("/P", "/P")
    assert [mark[:2] for mark in marks(brief)][:2] == [(0, 0), (0, 1)]
    kinds = [
        str(operands[1].Subtype)
        for operands, operator in pikepdf.parse_content_stream(brief.pages[0])
        if str(operator) == "BDC" and operands[1].get("/Type") == "/Pagination"
    ]
    assert set(kinds) == {"/Footer"}


def test_words_at_the_end_of_a_line_are_parted_from_the_next():
    words = " ".join(f"w{number}" for number in range(80))
    section = Section(SectionKind.NOTES, "Notes", (Paragraph((Run(words),)),))
    made = _with(outline(empty()), section)
    with opened(made) as read:
        lines = [
            bytes(operands[0])
            for page in read.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) in ("Tj", "'")
        ]
    ended = [line for line in lines if line.endswith(b" ")]
    assert ended


def test_words_of_another_language_say_which():
    runs = (Run("He said: “Дві колони зайшли в Куп’янськ”, and left."),)
    section = Section(SectionKind.NOTES, "Notes", (Paragraph(runs),))
    with opened(_with(outline(empty()), section)) as read:
        spans = [element for element in elements(read) if element.S == "/Span"]
        assert [str(span.Lang) for span in spans] == ["uk"]
        assert str(read.Root.Lang) == "en"


def numbered(painted):
    return [(page, number) for page, all_ in enumerate(painted.marked) for number in all_]


def _within(element):
    for kid in kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _within(kid)


def _columns(cell):
    return int(cell.A.get("/ColSpan", 1)) if "/A" in cell else 1


def _with(made, *sections):
    return replace(made, sections=sections)
