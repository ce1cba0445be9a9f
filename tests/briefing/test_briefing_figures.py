from dataclasses import replace

import pypdfium2
import pytest
from pypdfium2 import raw
from reading import pages
from stress_outline import jpeg, stress

from caseboard.briefing import pdf
from caseboard.briefing.blocks import Figure, Figures, Region, Role, Section, SectionKind, plain
from caseboard.briefing.pdf.boxes import Stack
from caseboard.briefing.pdf.figures import figure_grid


def figure(width, height, caption="A caption.", **more):
    said = (plain(caption, Role.TABLE),)
    return Figure(said, "what it shows", lambda: jpeg(width, height), "Not shown.", **more)


def printed(*figures):
    """A briefing of these pictures alone."""
    section = Section(SectionKind.PICTURES, "Pictures", (Figures(figures),))
    return pdf.render(replace(stress(), sections=(section,)))


def placed(data):
    """Left, lower, right and upper edge of each picture."""
    return [
        piece.get_bounds()
        for page in pypdfium2.PdfDocument(data)
        for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
    ]


def test_two_pictures_of_other_shapes_have_one_height_and_fill_the_column():
    (left, low, _right, top), (_left, low_2, right, top_2) = placed(
        printed(figure(1600, 1000), figure(1100, 1000))
    )

    assert top - low == pytest.approx(top_2 - low_2, abs=1)
    assert right - left > 470


def row(*figures):
    return figure_grid(Figures(figures), 480, lambda _part, _width: Stack(()))


@pytest.mark.parametrize("count", [1, 2])
def test_the_pictures_of_a_row_are_smaller_where_the_page_is_short(count):
    whole = row(*[figure(1600, 1000)] * count)
    lower = whole.lowered(20)

    assert lower is not None
    assert lower.height == pytest.approx(whole.height - 20, abs=1)


def test_pictures_are_never_so_small_that_nothing_is_seen():
    assert row(figure(1600, 1000), figure(1600, 1000)).lowered(60) is None


def test_pictures_of_several_rows_are_parted_and_not_made_smaller():
    assert row(*[figure(1600, 1000)] * 3).lowered(20) is None


def test_a_missing_picture_leaves_the_one_beside_it_its_half():
    missing = replace(figure(1, 1), load=None)
    ((left, _low, right, _top),) = placed(printed(missing, figure(1200, 1000)))

    assert right - left > 200


@pytest.mark.parametrize(
    ("count", "sentence"),
    [(1, "Figure 1 is on the next page."), (2, "Figure 1 and Figure 2 are on the next page.")],
)
def test_what_stands_on_the_next_page_is_named_in_a_sentence(count, sentence):
    said = []

    def set_(paragraph, _width):
        said.append("".join(run.text for run in paragraph.runs))
        return Stack(())

    numbered = (figure(16, 10, number=f"Figure {n + 1}", anchor=f"f{n}") for n in range(count))
    figure_grid(Figures(tuple(numbered)), 480, set_)

    assert said[-1] == sentence


def test_a_tower_leaves_its_caption_a_column_to_stand_in():
    wide, tower = placed(printed(figure(1600, 1000), figure(200, 2000)))

    assert wide[3] - wide[1] > 100
    assert tower[2] - tower[0] < 40
    assert tower[0] - wide[2] > 10


def test_one_alone_has_its_caption_beside_it():
    data = printed(figure(1600, 1000, "Beside."))
    (_left, low, right, _top) = placed(data)[0]
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    letter = page.get_charbox(page.search("Beside.").get_next()[0])

    assert letter[0] > right
    assert letter[1] > low


def test_regions_are_lettered_even_where_they_lie_on_each_other():
    twice = (Region("A", 0.1, 0.1, 0.3, 0.3), Region("B", 0.1, 0.1, 0.5, 0.5))
    data = printed(figure(1600, 1000, "Two.", regions=twice))
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    letters = [
        page.get_charbox(page.search(name, match_case=True, match_whole_word=True).get_next()[0])
        for name in "AB"
    ]

    assert letters[1][0] > letters[0][2], "side by side"
    assert letters[0][1] == pytest.approx(letters[1][1], abs=0.5)


def test_a_region_beyond_the_picture_is_drawn_no_further_than_its_edge():
    beyond = (Region("Z", 0.9, 0.9, 5.0, 5.0), Region("Y", -3.0, -3.0, 0.1, 0.1))

    assert "Z" in pages(printed(figure(1600, 1000, "Beyond.", regions=beyond)))[0]


def test_the_smallest_picture_there_is_does_no_harm():
    (left, _low, right, _top), _other = placed(printed(figure(1, 1), figure(3000, 30)))

    assert right - left == pytest.approx(1, abs=0.1)
