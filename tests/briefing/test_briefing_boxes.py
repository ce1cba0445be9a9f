import pytest

from caseboard.briefing.pdf.boxes import Beside, Box, Hanging, Kept, Pliant, Stack, TextBox
from caseboard.briefing.pdf.faces import SANS, Family
from caseboard.briefing.pdf.grid import Field, Grid, GridRow
from caseboard.briefing.pdf.lines import Ink, Line, Span
from caseboard.briefing.pdf.scale import Type

KIND = Type(Family.SANS, 8, 10)
INK = Ink(SANS, 8, "#000000")


class Block(Box):
    """A box that cannot be parted."""

    def __init__(self, height, *, sticky=False, space=0.0):
        self.height, self.sticky = height, sticky
        self.before = self.after = space

    def draw(self, sheet, x, top):
        raise NotImplementedError


def lines(count):
    return TextBox([Line((Span(INK, str(n), 5.0),), 5.0) for n in range(count)], KIND)


@pytest.mark.parametrize(
    ("count", "room", "heights"),
    [
        (10, 55, (50, 50)),
        (10, 95, (80, 20)),  # not one line alone at the head of the next page
        (10, 15, None),  # nor at the foot of this one
        (3, 25, None),
        (2, 15, None),
    ],
)
def test_no_line_is_left_alone(count, room, heights):
    parts = lines(count).split(room, fresh=False)

    assert (parts and tuple(part.height for part in parts)) == heights


def test_boxes_keep_their_distance():
    assert Stack([Block(10, space=4), Block(10, space=7)]).height == 27


def test_a_stack_is_parted_between_boxes():
    head, tail = Stack([Block(30), Block(30), Block(30)]).split(70, fresh=False)

    assert (head.height, tail.height) == (60, 30)


def test_a_sticky_box_goes_with_its_follower():
    head, tail = Stack([Block(30), Block(30, sticky=True), Block(30)]).split(70, fresh=False)

    assert (head.height, tail.height) == (30, 60)


def test_a_stack_moves_on_rather_than_leave_a_heading_behind():
    assert Stack([Block(30, sticky=True), lines(3)]).split(45, fresh=False) is None


def test_what_is_kept_is_parted_only_on_a_page_of_its_own():
    kept = Kept(Stack([Block(30), Block(30)]))

    assert kept.split(40, fresh=False) is None
    assert kept.split(40, fresh=True)[0].height == 30


def grid(rows, head=None):
    return Grid(head, rows, 100)


def row(box, *, joined=False, kept=False):
    return GridRow((Field(0, box),), joined=joined, kept=kept, pad=0)


def test_a_table_is_parted_between_rows_and_repeats_its_labels():
    table = grid([row(Block(20)) for _ in range(5)], head=row(Block(10)))
    head, tail = table.split(55, fresh=False)

    assert (head.height, tail.height) == (50, 70)


@pytest.mark.parametrize("how", ["joined", "kept"])
def test_joined_and_kept_rows_stay_together(how):
    table = grid([row(Block(20)), row(Block(20)), row(Block(20), **{how: True})])
    head, tail = table.split(50, fresh=False)

    assert (head.height, tail.height) == (20, 40)


def test_labels_never_stand_alone():
    assert grid([row(Block(50))], head=row(Block(10))).split(30, fresh=False) is None


def test_a_row_taller_than_a_page_is_parted():
    head, tail = grid([row(lines(20))]).split(95, fresh=True)

    assert head.height + tail.height == 200
    assert head.height <= 95


def test_what_cannot_be_parted_at_all_stays_whole():
    assert Stack([Block(500)]).split(100, fresh=True) is None


def test_a_label_taller_than_the_room_moves_on_with_its_text():
    labelled = Hanging(Block(60), lines(4), indent=0, hang=20)

    assert labelled.split(50, fresh=False) is None
    assert labelled.height == 60


def test_what_stands_beside_a_text_stays_with_its_beginning():
    head, tail = Beside(lines(20), Block(40), at=100).split(100, fresh=False)

    assert (head.height, tail.height) == (100, 100)
    assert Beside(lines(20), Block(40), at=100).split(30, fresh=False) is None


def pliant():
    """80 of its 100 points can be made smaller."""
    return Pliant(lambda share: Block(20 + 80 * share), 0.75)


@pytest.mark.parametrize("by", [0, 1, 12.5, 20])
def test_a_box_is_made_as_low_as_it_has_to_be(by):
    lower = pliant().lowered(by)

    assert lower is not None
    assert lower.height == pytest.approx(100 - by)


def test_a_box_is_not_made_lower_than_it_may_be():
    assert pliant().lowered(21) is None


def test_a_box_that_does_not_give_way_at_an_even_rate_is_made_as_low_as_it_goes():
    uneven = Pliant(lambda share: Block(100 if share > 0.8 else 50), 0.75)
    lower = uneven.lowered(20)

    assert lower is not None
    assert lower.height == 50


def test_most_boxes_are_as_tall_as_they_are():
    assert Block(40).lowered(1) is None
