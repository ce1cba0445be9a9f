from caseboard.briefing.pdf.boxes import Box
from caseboard.briefing.pdf.paging import paged


class Block(Box):
    """A box that cannot be parted."""

    def __init__(self, height, *, sticky=False, space=0.0):
        self.height, self.sticky = height, sticky
        self.before = self.after = space

    def draw(self, sheet, x, top):
        raise NotImplementedError


def heights(boxes, room=100):
    return [page.height for page in paged(boxes, room)]


def test_no_boxes_are_no_pages():
    assert heights([]) == []


def test_pages_are_filled_one_after_the_other():
    assert heights([Block(40) for _ in range(5)]) == [80, 80, 40]


def test_space_between_boxes_counts():
    assert heights([Block(50, space=2), Block(50, space=2)]) == [50, 50]


def test_a_page_is_a_little_longer_where_that_ends_the_briefing():
    assert heights([Block(50), Block(50), Block(1)]) == [101]


def test_a_page_is_a_little_longer_rather_than_stay_empty():
    assert heights([Block(80), Block(21), Block(60)]) == [101, 60]


def test_a_page_that_is_nearly_full_is_no_longer_than_others():
    assert heights([Block(95), Block(6), Block(60)]) == [95, 66]


def test_a_heading_goes_with_what_follows_it():
    assert heights([Block(60), Block(30, sticky=True), Block(30)]) == [60, 60]


def test_what_is_taller_than_a_page_has_one_of_its_own():
    assert heights([Block(500), Block(20), Block(20)]) == [500, 40]


def test_boxes_are_taken_only_as_they_are_needed():
    taken = []

    def boxes():
        for number in range(100):
            taken.append(number)
            yield Block(40)

    pages = paged(boxes(), 100)
    next(pages)

    assert len(taken) == 3


class Title(Block):
    """A section's heading."""

    def __init__(self, height):
        super().__init__(height, sticky=True)

    def titles(self):
        yield "a section"


def figure(height, stub=10, least=None):
    box = Block(height)
    box.is_figure, box.stub = True, Block(stub)
    if least is not None:
        box.lowered = lambda by: Block(height - by) if height - by >= least else None
    return box


def test_a_figure_that_would_leave_much_empty_stands_at_the_head_of_the_next_page():
    high = figure(70)
    after = [Block(15) for _ in range(4)]
    first, second = paged([Block(40), Block(5, sticky=True), high, *after], 100)

    assert list(first.boxes)[2:] == [high.stub, *after[:3]]
    assert list(second.boxes) == [high, after[3]]


def test_a_figure_is_set_lower_where_it_then_fits():
    assert heights([Block(40), figure(70, least=60), Block(15)]) == [100, 15]


def test_a_figure_is_no_lower_than_it_may_be():
    assert heights([Block(40), figure(70, least=61)]) == [40, 70]


def test_whole_sections_come_before_a_figure_that_is_all_of_its_own():
    title, high = Title(5), figure(70)
    after = [Title(5), Block(20), Title(5), Block(20), Title(5), Block(20)]
    first, second = paged([Block(40), title, high, *after], 100)

    assert list(first.boxes)[1:] == after[:4]
    assert list(second.boxes)[:2] == [title, high]


def test_no_section_is_parted_by_a_figure_that_came_before_it():
    title, high = Title(5), figure(70)
    after = [Title(5), Block(30), Title(5), Block(10), Block(20)]
    first, second, _third = paged([Block(40), title, high, *after], 100)

    assert list(first.boxes)[1:] == after[:2]
    assert list(second.boxes) == [title, high, *after[2:4]]


def test_a_section_with_more_than_a_figure_does_not_change_places():
    high = figure(70)
    after = [Title(5), Block(35), Title(5), Block(30)]
    first, *_later = paged([Block(40), Title(5), Block(5), high, *after], 100)

    assert list(first.boxes)[3:5] == [high.stub, after[0]]


def test_figures_keep_their_order():
    high, other = figure(70), figure(20)
    after = [Title(5), Block(30), Title(5), other, Block(60)]
    first, second, *_later = paged([Block(40), Title(5), Block(5), high, *after], 100)

    assert list(first.boxes)[3:] == [high.stub, *after[:2]]
    assert list(second.boxes) == [high, *after[2:4]]


def test_a_figure_that_leaves_little_empty_is_followed_by_what_follows_it():
    assert heights([Block(85), figure(70), Block(15), Block(15)]) == [85, 100]


def test_a_figure_at_the_end_is_not_sent_after_a_sentence():
    assert heights([Block(40), figure(70)]) == [40, 70]


def test_nothing_is_lost_where_what_follows_a_figure_does_not_fill_the_page():
    boxes = [Block(40), figure(70), Block(90), Block(15), Block(15), Block(90)]

    assert sum(heights(boxes)) == sum(box.height for box in boxes)
