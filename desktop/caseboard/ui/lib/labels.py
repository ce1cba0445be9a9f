"""Words on the screen, always as they are: nothing shown is ever read as HTML.

A bare `QLabel(title)` or tooltip guesses whether its text is HTML, and would open the files it
names. Every label and tooltip of the program is made here.
"""

import html
import re
from typing import Literal, Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

Tone = Literal["", "muted", "accent", "good", "bad"]
Size = Literal[
    "",
    "small",
    "caps",
    "strong",
    "heading",
    "title",
    "fact",
    "mono",
    "quote",
    "reading",
    "headline",
]
"""How words are set, by the style sheet: never by `setFont`, which Qt forgets when a widget that
was shown once is given to another parent."""


_LONG = re.compile(r"\S{25,}")
_JOINTS = re.compile(r"[/_.?&=,;:-]+|[^/_.?&=,;:-]{16}")


class HasToolTip(Protocol):
    """A widget or an action."""

    def setToolTip(self, text: str, /) -> None:  # noqa: N802  Qt's name
        """Show `text` while the pointer rests here."""


def plain_label(
    text: str = "",
    parent: QWidget | None = None,
    *,
    tone: Tone = "",
    size: Size = "",
    wrap: bool = False,
    selectable: bool = False,
) -> QLabel:
    """A label that shows `text`, and whatever it is given later, letter by letter."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    label.setProperty("tone", tone)
    label.setProperty("textsize", size)
    if selectable:
        _make_selectable(label)
    return label


def set_tone(label: QLabel, tone: Tone) -> None:
    """Let `label` take the colour of `tone`."""
    label.setProperty("tone", tone)
    label.style().unpolish(label)
    label.style().polish(label)


def set_size(label: QLabel, size: Size) -> None:
    """Let `label` be set in `size`."""
    label.setProperty("textsize", size)
    label.style().unpolish(label)
    label.style().polish(label)


class ElidedLabel(QLabel):
    """One line that ends in … where it is too long; the whole of it is in the tooltip."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        tone: Tone = "",
        size: Size = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self.setProperty("textsize", size)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    @override
    def setText(self, text: str, /) -> None:
        super().setText(" ".join(text.split()))
        plain_tooltip(self, text)

    @override
    def minimumSizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance("…")
        return QSize(width, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), self._mode, room.width())
        role = self.foregroundRole()
        self.style().drawItemText(
            painter, room, self.alignment(), self.palette(), self.isEnabled(), shown, role
        )


def breakable(text: str) -> str:
    """`text` with places to break lines at within what has no spaces: addresses, hashes.

    For what is read, not for what is copied: the places are characters of their own.
    """
    return _LONG.sub(lambda run: _JOINTS.sub("\\g<0>\u200b", run[0]), text)


def plain_tip(text: str) -> str:
    """What to give Qt as a tooltip so that it shows `text` letter by letter."""
    if not text:
        return ""
    return f'<p style="white-space:pre-wrap">{html.escape(text)}</p>'


def plain_tooltip(target: HasToolTip, text: str) -> None:
    """Let `text` show, letter by letter, while the pointer rests on `target`."""
    target.setToolTip(plain_tip(text))


def _make_selectable(label: QLabel) -> None:
    by_mouse = Qt.TextInteractionFlag.TextSelectableByMouse
    label.setTextInteractionFlags(by_mouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    label.setCursor(Qt.CursorShape.IBeamCursor)
