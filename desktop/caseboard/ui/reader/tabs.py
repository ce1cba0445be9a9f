"""The ways to look at a clip, and the one to begin with."""

from enum import StrEnum

from caseboard.commands.clips import DISPLAY
from caseboard.model.terms import ClipKind, ClipState
from caseboard.ui.reader.outline import parts_of
from caseboard.ui.reader.page import ReaderPage, paged, pictures


class Tab(StrEnum):
    """The ways to look at a clip."""

    READER = "reader"
    PAGES = "pages"
    ORIGINAL = "original"
    IMAGES = "images"


def first_tab(page: ReaderPage, *, has_pages: bool) -> Tab:
    """An image or a scan is looked at; everything else is read."""
    if page.clip.kind is ClipKind.IMAGE and not is_unread(page) and pictures(page.files):
        return Tab.IMAGES
    return Tab.PAGES if has_pages and is_scan(page) else Tab.READER


def is_unread(page: ReaderPage) -> bool:
    """Whether nothing could be read from the clip, or nothing was fetched yet."""
    return page.clip.state is ClipState.UNREAD or (
        page.clip.state is ClipState.RECEIVED and page.is_link
    )


def is_scan(page: ReaderPage) -> bool:
    """Whether the clip is a document that can be looked at, but has no words of its own.

    Page numbers and running heads are none.
    """
    is_seen = any(file.step == DISPLAY for file in page.files)
    has_words = any(part.body for part in parts_of(page.clip))
    return is_seen and paged(page.files) is not None and not has_words


def wordless(page: ReaderPage) -> int:
    """How many pages of a document have no words; 0 where nobody counted its pages."""
    file = paged(page.files)
    count = str(file.meta.get("Pages", "")) if file else ""
    if not count.isdecimal():
        return 0
    return int(count) - len({part.page for part in parts_of(page.clip) if part.body and part.page})
