"""Lines joined into paragraphs."""

from caseboard.capture.documents.pdf_lines import Line
from caseboard.capture.documents.pdf_paragraphs import of_lines, pieces
from caseboard.model.terms import PartKind


def line(text, base, left=72.0, right=500.0, size=12.0):
    return Line(text, left, right, base, size)


def joined(*lines):
    return [paragraph.text for paragraph in of_lines(lines, 1, 800)]


def test_lines_near_each_other_are_one_paragraph():
    assert joined(line("The bridge", 700), line("is open.", 688), line("Lorries wait.", 676)) == [
        "The bridge is open. Lorries wait."
    ]


def test_a_gap_begins_another():
    lines = (line("One.", 700), line("Two.", 688), line("Three.", 660), line("Four.", 648))
    assert joined(*lines) == ["One. Two.", "Three. Four."]


def test_an_indent_after_a_full_stop_begins_another():
    assert joined(line("One.", 700), line("Two.", 688, left=90), line("three.", 676)) == [
        "One.",
        "Two. three.",
    ]


def test_a_short_last_line_ends_a_paragraph():
    lines = (line("The bridge is", 700), line("open.", 688, right=110), line("Lorries wait.", 676))
    assert joined(*lines) == ["The bridge is open.", "Lorries wait."]


def test_a_sentence_goes_on_in_the_next_column():
    assert joined(line("The bridge", 100), line("is open.", 700, left=320)) == [
        "The bridge is open."
    ]


def test_broken_words_are_whole_again():
    assert joined(line("recon\u00ad", 700), line("struction", 688)) == ["reconstruction"]
    assert joined(line("recon\ufffe", 700), line("struction", 688)) == ["reconstruction"]
    assert joined(line("the recon-", 700), line("struction", 688)) == ["the reconstruction"]


def test_a_hyphen_after_a_name_stays():
    assert joined(line("the Kyiv-", 700), line("based firm", 688)) == ["the Kyiv-based firm"]


def test_items_of_a_list_stand_alone():
    found = pieces(of_lines([line("• one", 700), line("• two", 688), line("1. x", 676)], 1, 800))
    assert [piece.kind for piece in found] == [PartKind.LIST_ITEM] * 3


def test_nothing_is_nothing():
    assert of_lines([], 1, 800) == []
    assert pieces([]) == []
    assert joined(line("One", 0.0, 0.0, 0.0, 0.0)) == ["One"]
    assert len(of_lines([line("One", 5.0)], 1, 0.0)) == 1
