"""What the reader says above a clip: that it is a scan, machine-read, or not there as a whole."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from caseboard.capture import ocr
from caseboard.commands.machine_words import is_machine_read
from caseboard.i18n import _, ngettext
from caseboard.model.terms import ClipState
from caseboard.ui.lib.banner import Banner, Kind
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.outline import parts_of
from caseboard.ui.reader.page import ReaderPage
from caseboard.ui.reader.tabs import is_scan, wordless


class Deed(Enum):
    """What a notice offers to do."""

    READ_WORDS = auto()
    SHOW_PAGES = auto()


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence, and what can be done about it."""

    kind: Kind
    text: str
    deed: Deed | None = None


class NoticeBar(Banner):
    """Says what is to be said of the clip being read, until it is closed."""

    deed_wanted = Signal(object)
    """`Deed`."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._said = self._silenced = ("", "")
        self.close_button.clicked.connect(self._on_closed)

    def say(self, page: ReaderPage, *, has_pages: bool, has_reader: bool) -> None:
        """Speak of this clip; see `notice_of`."""
        notice = notice_of(page, has_pages=has_pages, has_reader=has_reader)
        self._said = (page.clip.id, notice.text if notice else "")
        if notice is None or self._said == self._silenced:
            self.hide()
            return
        deed = notice.deed
        act = [(deed_word(deed), lambda: self.deed_wanted.emit(deed))] if deed else []
        self.show_notice(notice.kind, notice.text, act)

    @Slot()
    def _on_closed(self) -> None:
        self._silenced = self._said


def notice_of(page: ReaderPage, *, has_pages: bool, has_reader: bool) -> Notice | None:
    """What is to be said of a clip; `has_reader` is whether OCR is installed."""
    if is_machine_read(page.clip):
        text = _("These words were read by a machine ({tool}): check them against the page.")
        said = text.format(tool=page.clip.said_in["text"])
        return Notice(Kind.CARE, said, Deed.SHOW_PAGES if has_pages else None)
    scan = _scanned(page) if has_pages else ""
    if not scan or (page.clip.problem and not is_scan(page)):
        is_short = page.clip.state is ClipState.READY and bool(page.clip.problem)
        return Notice(Kind.CARE, page.clip.problem) if is_short else None
    if has_reader:
        return Notice(Kind.NEWS, scan, Deed.READ_WORDS)
    missing = ocr.missing()
    return Notice(Kind.NEWS, f"{scan} {missing} {missing.hint}")


def _scanned(page: ReaderPage) -> str:
    """A sentence on pages without words; nothing where they are few: most of these are blank."""
    if is_scan(page):
        return _("This document is a scan: its pages hold no words.")
    without, read = wordless(page), len({part.page for part in parts_of(page.clip)})
    if without and without * 2 >= read:
        return ngettext(
            "{n} page of this document holds no words.",
            "{n} pages of this document hold no words.",
            without,
        )
    return ""


def deed_word(deed: Deed) -> str:
    """What its button says."""
    return {
        Deed.READ_WORDS: _("Read the words (OCR)"),
        Deed.SHOW_PAGES: _("Show the pages"),
    }[deed]
