"""What is marked on each page of a document, and where: found once, kept while nothing changes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from caseboard.ui.reader.outline import parts_of
from caseboard.ui.reader.page import Highlight, ReaderPage, Region
from caseboard.ui.reader.sheets_words import Box, PageText, Word

if TYPE_CHECKING:
    from caseboard.model.parts import Part

Passage = tuple[int, int]


class SheetsMarks:
    """The highlights and regions of one clip by page; boxes are told once its words are known."""

    def __init__(self) -> None:
        self._text = ""
        self._parts: dict[int, list[Part]] = {}
        self._highlights: Sequence[Highlight] = ()
        self._regions: Sequence[Region] = ()
        self._suggested: Mapping[str, Highlight] = {}
        self._suggested_on: dict[int, list[Highlight]] = {}
        self._texts: dict[int, tuple[Sequence[Word], PageText]] = {}
        self._boxes: dict[tuple[int, int, int], list[Box]] = {}

    def show_page(self, page: ReaderPage) -> None:
        """Tell of this clip from now on."""
        parts: dict[int, list[Part]] = {}
        for part in parts_of(page.clip):
            if part.page is not None:
                parts.setdefault(part.page, []).append(part)
        if (page.clip.text, parts) != (self._text, self._parts):
            self._text, self._parts = page.clip.text, parts
            self.forget_words()
        self._highlights = page.highlights
        self._regions = [region for region in page.regions if region.page is not None]

    def show_suggested(self, marks: Iterable[Highlight]) -> None:
        """These are proposed of it."""
        self._suggested = {mark.key: mark for mark in marks}
        self._suggested_on.clear()

    def forget_words(self) -> None:
        """Pages may have other words than they had."""
        self._texts.clear()
        self._boxes.clear()
        self._suggested_on.clear()

    def text_of(self, number: int, words: Sequence[Word]) -> PageText:
        """A page's words beside the clip's."""
        held = self._texts.get(number)
        if held is None or held[0] is not words:
            held = words, PageText(words, self._text, self._parts.get(number, ()))
            self._texts[number] = held
            self._boxes = {key: row for key, row in self._boxes.items() if key[0] != number}
        return held[1]

    def exact(self, start: int, end: int) -> str:
        """A passage of the clip's text."""
        return self._text[start:end]

    def boxes(self, number: int, words: Sequence[Word], passage: Passage) -> list[Box]:
        """Where a passage of the clip stands on a page; nowhere where that is not sure."""
        text = self.text_of(number, words)
        key = (number, *passage)
        if key not in self._boxes:
            self._boxes[key] = text.boxes(*passage) if self.is_on(number, passage) else []
        return self._boxes[key]

    def is_on(self, number: int, passage: Passage) -> bool:
        """Whether some of a passage stands on that page."""
        start, end = passage
        return any(p.start < end and start < p.end for p in self._parts.get(number, ()))

    def page_of(self, passage: Passage) -> int | None:
        """The page on which a passage begins."""
        start = passage[0]
        found = (
            n for n, parts in self._parts.items() if any(p.start <= start < p.end for p in parts)
        )
        return next(found, None)

    def highlights(self, number: int) -> Iterator[Highlight]:
        """Those on a page, the longer ones first: shorter ones are painted over them."""
        found = [mark for mark in self._highlights if self.is_on(number, (mark.start, mark.end))]
        yield from sorted([*self._asked(number), *found], key=_longest_first)

    def _asked(self, number: int) -> list[Highlight]:
        """What is proposed on a page, looked up once."""
        if number not in self._suggested_on:
            marks = self._suggested.values()
            on_page = [mark for mark in marks if self.is_on(number, (mark.start, mark.end))]
            self._suggested_on[number] = on_page
        return self._suggested_on[number]

    def regions(self, number: int) -> Iterator[Region]:
        """Those on a page, the larger ones first."""
        found = [region for region in self._regions if region.page == number]
        yield from sorted(found, key=lambda region: -region.w * region.h)

    def highlight(self, key: str) -> Highlight | None:
        """The highlight of that key."""
        asked = self._suggested.get(key)
        return asked or next((mark for mark in self._highlights if mark.key == key), None)

    def region(self, key: str) -> Region | None:
        """The region of that key."""
        return next((region for region in self._regions if region.key == key), None)


def _longest_first(mark: Highlight) -> tuple[int, str]:
    return mark.start - mark.end, mark.key
