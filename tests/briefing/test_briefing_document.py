from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from briefing_cases import (
    CHART,
    CHART_COPY,
    CREDIT,
    HEAD,
    HOSTILE,
    MAP_CREDIT,
    PHOTO,
    PHOTO_COPY,
    PICTURES,
    STRANGE,
    Pictures,
    empty,
    hostile,
    kupiansk,
    large,
    outline,
)
from reading import contents, dots, fonts, links, pages, pictures, text

from caseboard.briefing import pdf
from caseboard.briefing.walk import anchors_of
from caseboard.model.terms import FileRole, Marking


@pytest.fixture(scope="module")
def made():
    return outline(kupiansk())


@pytest.fixture(scope="module")
def brief(made):
    return pdf.render(made)


@pytest.fixture(scope="module")
def long():
    return pdf.render(outline(large()))


def test_the_same_outline_gives_the_same_bytes(made, brief):
    assert pdf.render(made) == brief


def test_another_word_gives_other_bytes(made, brief):
    changed = replace(made, head=replace(made.head, title="Another"))

    assert pdf.render(changed) != brief


def test_dates_of_the_file_are_those_of_the_export(brief):
    about = pypdfium2.PdfDocument(brief).get_metadata_dict()

    assert about["CreationDate"] == "D:20241114180000+00'00'"
    assert about["Title"] == "Kupiansk approach, 14 Nov 2024"
    assert about["Author"] == "Desk 2"
    with pikepdf.open(BytesIO(brief)) as read:
        assert read.Root.Lang == "en"


@pytest.mark.parametrize("marking", list(Marking))
def test_the_marking_stands_at_head_and_foot_of_every_page(marking):
    data = pdf.render(outline(kupiansk(), marking=marking))

    assert [page.count(marking.value) for page in pages(data)] == [2] * len(pages(data))


def test_every_page_has_its_number_and_their_count(long):
    written = pages(long)

    assert len(written) >= 20
    for number, page in enumerate(written, 1):
        assert f"Page {number} of {len(written)}" in page


def test_a_short_case_is_a_short_briefing(brief):
    assert len(pages(brief)) <= 6


def test_ukrainian_can_be_copied_out_as_it_was_written(brief):
    words = text(brief)

    assert "Куп’янськ: дві колони, є втрати" in words
    assert "Хартія" in words


def test_letters_no_font_has_are_not_lost_to_copying():
    words = text(pdf.render(outline(kupiansk(), bottom_line=STRANGE)))

    for letters in (
        "Ґанок, Їжак, Єлисей, Ў, қ, Ё",
        "漢字かな",
        "😀",
        "👩",
        "🚀",
        "☐ ✓ → ≤",
        "é",
        "Й",
    ):
        assert letters in words


def test_all_fonts_are_embedded_and_none_is_helvetica(brief):
    strange = pdf.render(outline(kupiansk(), bottom_line=STRANGE))

    for used in (fonts(brief), fonts(strange)):
        assert used
        assert all(font.embedded for font in used)
    assert b"/BaseFont /Helvetica" not in brief


def test_text_is_never_read_as_markup():
    data = pdf.render(outline(hostile(), bottom_line="Plain.", judgements=[]))
    words = text(data).replace(" ", "")

    for piece in HOSTILE:
        assert piece.replace(" ", "") in words, piece
    assert all(isinstance(target, int) for target in links(data))
    assert pictures(data) == []


def test_what_the_analyst_writes_is_not_markup_of_the_page_either():
    data = pdf.render(outline(empty(), bottom_line="<b>bold</b> & </para> <img src='x'/>"))

    assert "<b>bold</b> & </para> <img src='x'/>" in text(data)


def test_contents_lead_to_every_section(made, brief):
    marks = contents(brief)

    assert [title for level, title, _page in marks if level == 0] == [
        section.title for section in made.sections
    ]
    assert marks[0] == (0, "Bottom line", 0)
    assert marks[-1][2] == len(pages(brief)) - 1


def test_citations_lead_to_sources_and_sources_to_exhibits(brief):
    inside = [target for target in links(brief) if isinstance(target, int)]
    last = len(pages(brief)) - 1

    assert len(inside) > 20
    assert set(inside) <= set(range(last + 1))
    assert last in inside


def test_only_web_addresses_can_be_opened(brief):
    outside = {target for target in links(brief) if isinstance(target, str)}

    assert outside
    assert all(target.startswith("https://") for target in outside)


def test_credits_stand_as_published(brief):
    words = text(brief)

    assert CREDIT in words
    assert MAP_CREDIT in words


def test_pictures_are_no_finer_than_two_hundred_dots_an_inch(brief):
    finest = dots(brief)

    assert len(finest) >= 2
    assert all(72 <= each <= 201 / 0.88 for each in finest), "all is set smaller where it fits"


def test_a_bad_picture_leaves_a_sentence_and_its_credit():
    data = pdf.render(outline(kupiansk(), pictures=Pictures()))
    words = text(data)

    assert "This picture could not be shown: photo.jpg." in words
    assert CREDIT in words


COPIES = {"thumbnail", "picture to show"}
"""What the worker made of pictures."""


def test_an_original_is_never_opened():
    case = kupiansk()
    originals = {file.sha256 for file in case.files if file.role is not FileRole.DERIVATIVE}
    asked = []

    def guarded(sha):
        asked.append(sha)
        assert sha not in originals, "it would have blown up"
        return PICTURES(sha)

    data = pdf.render(outline(case, pictures=guarded))

    assert set(asked) == {file.sha256 for file in case.files if file.name in COPIES}
    assert len(pictures(data)) == 2


def test_a_picture_the_worker_made_no_copy_of_leaves_a_sentence():
    case = kupiansk()
    case.files[-2].step = "thumbnail"  # of the photo: the map keeps its copy
    data = pdf.render(outline(case, pictures=Pictures(PHOTO, PHOTO_COPY, CHART, CHART_COPY)))

    assert "This picture could not be shown: photo.jpg." in text(data)
    assert len(pictures(data)) == 1


def test_a_title_that_nearly_fits_is_set_smaller_and_a_long_one_in_lines():
    def lines(title):
        return (
            pages(pdf.render(outline(empty(), title=title)))[0].split("Did Russian")[0].count("\n")
        )

    short, nearly = lines("A night"), lines("Kupiansk, night of 13 November 2024: two accounts")

    assert nearly == short
    assert lines("Kupiansk, night of 13 November 2024: two accounts of what was seen") == short + 1


def test_long_tables_repeat_their_labels(long):
    labelled = [page for page in pages(long) if "What it is, and its files" in page]

    assert len(labelled) > 2


def test_no_file_of_a_long_case_is_left_out(long):
    words = text(long).replace(" ", "")
    case = large()

    taken = [file for file in case.files if file.role is not FileRole.DERIVATIVE]
    assert len(taken) > 60
    assert all(file.sha256 in words for file in taken)
    assert all(claim.statement.replace(" ", "") in words for claim in case.claims)


def test_a_row_taller_than_a_page_goes_on_on_the_next():
    case = kupiansk()
    words = [f"word{number}" for number in range(4000)]
    case.claims[0].statement = " ".join(words)
    written = text(pdf.render(outline(case)))

    assert all(f"{word} " in written for word in words)


def test_a_word_wider_than_the_page_is_broken_not_lost():
    data = pdf.render(outline(kupiansk(), bottom_line="x" * 3000))

    assert text(data).replace(" ", "").count("x") >= 3000


def test_an_empty_case_says_what_is_missing():
    words = text(pdf.render(outline(empty(), bottom_line="", judgements=[], confidence=None)))

    assert "No bottom line has been written." in words
    assert "No claims have been entered in this case." in words
    assert "This case holds no exhibits." in words
    assert "Timeline" not in words


def test_letter_pages_are_letter_pages(made):
    page = pypdfium2.PdfDocument(pdf.render(made, "Letter"))[0]

    assert page.get_size() == (612, 792)


def test_the_journal_head_is_there_to_check_against(brief):
    assert HEAD in text(brief).replace(" ", "")


def test_progress_is_told_page_by_page(made):
    told = []
    data = pdf.render(made, progress=lambda done, total: told.append((done, total)))
    count = len(pages(data))

    assert told == [(number, count) for number in range(1, count + 1)]


def test_writing_that_is_stopped_leaves_no_file(made, tmp_path):
    target = tmp_path / "brief.pdf"

    class Stopped(Exception):
        pass

    def stop(_done, _total):
        raise Stopped

    with pytest.raises(Stopped):
        pdf.write(made, target, progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_a_file_and_a_stream_get_the_same_bytes(made, brief, tmp_path):
    target, stream = tmp_path / "brief.pdf", BytesIO()
    written = pdf.write(made, target)
    pdf.write(made, stream)

    assert target.read_bytes() == stream.getvalue() == brief
    assert written.bytes == len(brief)
    assert [path.name for path in tmp_path.iterdir()] == ["brief.pdf"]


def test_labels_speak_the_language_of_the_briefing():
    data = pdf.render(outline(kupiansk(), language="uk"))

    assert "Джерела" in text(data)
    assert "Sources" not in text(data)


def test_a_rendering_says_where_each_anchor_stands():
    made = outline(kupiansk())
    rendering = pdf.rendered(made)
    document = pypdfium2.PdfDocument(rendering.data)
    assert rendering.pages == len(document)
    assert anchors_of(made) == rendering.places.keys() & anchors_of(made)
    place = rendering.places["claims"]
    at = document[place.page].get_textpage()
    found = at.search("Claims")
    top = document[place.page].get_height() - at.get_charbox(found.get_next()[0])[3]
    assert abs(place.top - top) < 15
