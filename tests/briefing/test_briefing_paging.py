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
    assert heights([Block(50, space=1), Block(50, space=1)]) == [50, 50]


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
