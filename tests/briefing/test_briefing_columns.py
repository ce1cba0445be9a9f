from caseboard.briefing.pdf.boxes import TextBox
from caseboard.briefing.pdf.columns import Columns
from caseboard.briefing.pdf.faces import SANS, Family
from caseboard.briefing.pdf.lines import Ink, Line, Span
from caseboard.briefing.pdf.scale import Type

KIND = Type(Family.SANS, 8, 10)
INK = Ink(SANS, 8, "#000000")


def lines(count):
    return TextBox([Line((Span(INK, str(n), 5.0),), 5.0) for n in range(count)], KIND)


def columns(left, right):
    return Columns(lines(left), lines(right), 300)


def test_they_are_as_tall_as_the_taller():
    assert columns(3, 9).height == columns(9, 3).height == columns(9, 9).height


def test_short_ones_move_on_together():
    assert columns(12, 6).split(100, fresh=False) is None


def test_long_ones_are_parted_at_one_height():
    head, tail = columns(60, 40).split(312, fresh=False)

    assert head.height <= 312
    assert head.height + tail.height >= 600


def test_one_that_ends_before_the_page_does_leaves_its_column_empty():
    head, tail = columns(60, 5).split(312, fresh=False)

    assert head.height == 312
    assert tail.height < 320


def test_on_a_page_of_their_own_they_are_parted_anyhow():
    assert columns(12, 6).split(80, fresh=True) is not None
