from caseboard.briefing.pdf.boxes import Box, Stack, TextBox
from caseboard.briefing.pdf.faces import SANS, Family
from caseboard.briefing.pdf.grid import Field, Grid, GridRow, hung
from caseboard.briefing.pdf.lines import Ink, Line, Span
from caseboard.briefing.pdf.scale import Type

KIND = Type(Family.SANS, 8, 10)
INK = Ink(SANS, 8, "#000000")
NOTHING = Stack(())


class Block(Box):
    """A box that cannot be parted."""

    def __init__(self, height):
        self.height = height

    def draw(self, sheet, x, top):
        raise NotImplementedError


def lines(count):
    return TextBox([Line((Span(INK, str(n), 5.0),), 5.0) for n in range(count)], KIND)


def row(*boxes, joined=False, hangs=False, whole=False):
    fields = [Field(50.0 * n, box, hangs=hangs and n == 0) for n, box in enumerate(boxes)]
    return GridRow(tuple(fields), joined=joined, pad=0, whole=whole)


def heights(rows):
    return [each.height for each in hung(rows)]


def test_a_picture_reaches_down_beside_the_rows_joined_to_its_own():
    rows = [row(Block(60), Block(20), hangs=True), row(NOTHING, Block(70), joined=True)]

    assert heights(rows) == [20, 70]


def test_the_last_of_them_is_made_as_tall_as_the_picture_needs():
    rows = [
        row(Block(60), Block(20), hangs=True),
        row(NOTHING, Block(15), joined=True),
        row(NOTHING, Block(10), joined=True),
        row(Block(5), Block(10)),
    ]

    assert heights(rows) == [20, 15, 25, 10]


def test_a_picture_beside_nothing_keeps_its_room():
    assert heights([row(Block(60), Block(20), hangs=True), row(Block(9))]) == [60, 9]


def test_a_picture_does_not_reach_over_what_stands_below_it():
    rows = [row(Block(60), Block(20), hangs=True), row(Block(9), Block(70), joined=True)]

    assert heights(rows) == [60, 70]


def test_a_table_that_runs_on_says_what_it_is():
    rows = [row(Block(40)) for _ in range(4)]
    head, tail = Grid(row(Block(8)), rows, 100, again=Block(10)).split(100, fresh=False)

    assert (head.height, tail.height) == (8 + 80, 10 + 8 + 80)


def test_a_tall_row_is_parted_rather_than_leave_most_of_a_page_empty():
    head, tail = Grid(None, [row(lines(30))], 100).split(200, fresh=False)

    assert (head.height, tail.height) == (200, 100)


def test_a_tall_row_moves_on_where_little_of_it_would_stay():
    assert Grid(None, [row(lines(30))], 100).split(45, fresh=False) is None


def test_a_row_with_a_picture_is_not_parted_before_its_page():
    assert Grid(None, [row(Block(150), lines(14))], 100).split(120, fresh=False) is None
    assert Grid(None, [row(lines(30), whole=True)], 100).split(200, fresh=False) is None


def test_no_row_of_many_stands_on_the_next_page_by_itself():
    head, tail = Grid(None, [row(Block(20)) for _ in range(6)], 100).split(105, fresh=False)

    assert (head.height, tail.height) == (80, 40)


def test_a_row_that_fills_some_of_the_page_may_stand_by_itself():
    rows = [*[row(Block(20)) for _ in range(5)], row(Block(60))]
    head, tail = Grid(None, rows, 100).split(105, fresh=False)

    assert (head.height, tail.height) == (100, 60)


def test_of_few_rows_as_many_stay_as_fit():
    head, tail = Grid(None, [row(Block(20)) for _ in range(3)], 100).split(45, fresh=False)

    assert (head.height, tail.height) == (40, 20)


def test_what_is_joined_to_a_row_is_no_company_for_it():
    rows = [*[row(Block(20)) for _ in range(4)], row(Block(20)), row(Block(10), joined=True)]
    head, tail = Grid(None, rows, 100).split(85, fresh=False)

    assert (head.height, tail.height) == (60, 50)
