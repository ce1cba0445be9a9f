"""What is selected on the pages: from one place to another, in letters, words or whole pages."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF

from caseboard.ui.briefing.page_text import BREAK, PageText

TextOf = Callable[[int], PageText | None]
"""The words of a page; None while they are not known."""


class Unit(Enum):
    """What a selection grows by."""

    LETTER = auto()
    WORD = auto()
    PAGE = auto()


class Reach(NamedTuple):
    """A point of a page, in fractions of it from its top left."""

    page: int
    point: QPointF


class Stretch(NamedTuple):
    """The letters of a page from `start` to `end`."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pick:
    """From where the button was pressed to where the pointer has come."""

    begin: Reach
    end: Reach
    unit: Unit

    @property
    def pages(self) -> range:
        """Those it touches."""
        first, last = sorted((self.begin.page, self.end.page))
        return range(first, last + 1)

    def stretches(self, text_of: TextOf) -> list[Stretch]:
        """What it holds of each page; nothing of a page whose words are not known."""
        texts = {page: text for page in self.pages if (text := text_of(page)) is not None}
        places = [place for reach in (self.begin, self.end) for place in self._places(reach, texts)]
        found = []
        for page, text in texts.items():
            here = [place for where, place in places if where == page]
            is_first, is_last = page == self.pages[0], page == self.pages[-1]
            start = min(here) if is_first and here else 0
            end = max(here) if is_last and here else len(text.text)
            found.append(Stretch(page, start, end))
        return [stretch for stretch in found if stretch.start < stretch.end]

    def _places(self, reach: Reach, texts: dict[int, PageText]) -> list[tuple[int, int]]:
        """The places that one end of it stands for."""
        text = texts.get(reach.page)
        if text is None:
            return []
        if self.unit is Unit.PAGE:
            return [(reach.page, 0), (reach.page, len(text.text))]
        place = text.at(reach.point)
        places = text.word(place) if self.unit is Unit.WORD else (place,)
        return [(reach.page, each) for each in places]


def whole_page(page: int) -> Pick:
    """All words of a page."""
    return Pick(Reach(page, QPointF()), Reach(page, QPointF()), Unit.PAGE)


def words(stretches: list[Stretch], text_of: TextOf) -> str:
    """What is selected, to be pasted elsewhere."""
    texts = ((text_of(page), start, end) for page, start, end in stretches)
    return BREAK.join(text.text[start:end] for text, start, end in texts if text is not None)
