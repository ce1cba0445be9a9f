"""Sets an outline as a document: blocks and formats only, never markup."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextListFormat,
)

from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.offsets import OffsetMap, Run, showable
from caseboard.ui.reader.outline import Block, Figure, Line, LineStyle, Outline

MEASURE = 72
"""Characters to a line, at most."""
SAMPLE = "the town lies on the river and its railway yard feeds every road to the east "
FIGURE_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
FIGURE_INDEX = QTextFormat.Property.UserProperty.value + 1
LONGEST, LONGEST_UNBROKEN = 20_000, 2_000
"""Code points in a block of words, and in one of no words."""
UNBROKEN = re.compile(r"\S{1000}")
FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True)
class Setting:
    """How one style of line is set: sizes in pixels."""

    block: QTextBlockFormat
    char: QTextCharFormat


@dataclass(frozen=True, slots=True)
class Article:
    """A document that has been set: where its text stands and what is apart."""

    offsets: OffsetMap
    figures: tuple[Figure, ...]
    aside: range
    """The numbers of the blocks that are not part of the article."""
    disclosure: int | None
    """The number of the empty block that keeps room for the control that opens them."""


class Typography:
    """The look of every style of line in one theme: heights in ems, gaps in pixels at 100 %."""

    def __init__(self, theme: Theme) -> None:
        bold = QFont.Weight.DemiBold
        text, muted = theme.tokens.text, theme.tokens.muted
        self.px = theme.px
        self.body = theme.reading_font()
        small, title, heading = (
            theme.ui_font(12),
            theme.reading_font(24, bold),
            theme.reading_font(17, bold),
        )
        self.settings: dict[LineStyle, Setting] = {
            LineStyle.TITLE: self._setting(title, text, 1.25, below=8),
            LineStyle.BYLINE: self._setting(small, muted, 1.45, below=14),
            LineStyle.HEADING: self._setting(heading, text, 1.4, below=6, above=8),
            LineStyle.PARAGRAPH: self._setting(self.body, text, 1.65, below=12),
            LineStyle.QUOTE: self._setting(self.body, text, 1.65, below=12, left=20),
            LineStyle.LIST_ITEM: self._setting(self.body, text, 1.65, below=6, left=22),
            LineStyle.CAPTION: self._setting(small, muted, 1.45, below=14),
            LineStyle.ASIDE: self._setting(small, muted, 1.5, below=10),
        }

    def _setting(
        self,
        font: QFont,
        colour: QColor,
        ems: float,
        *,
        below: float,
        above: float = 0,
        left: float = 0,
    ) -> Setting:
        block = QTextBlockFormat()
        block.setLineHeight(font.pixelSize() * ems, FIXED)
        block.setTopMargin(self.px(above))
        block.setBottomMargin(self.px(below))
        block.setLeftMargin(self.px(left))
        char = QTextCharFormat()
        char.setFont(font)
        char.setForeground(colour)
        return Setting(block, char)


def column_width(font: QFont) -> float:
    """The width in pixels of `MEASURE` characters of running text."""
    return QFontMetricsF(font).horizontalAdvance(SAMPLE) / len(SAMPLE) * MEASURE


def typeset(document: QTextDocument, outline: Outline, typography: Typography) -> Article:
    """Fill an empty `document` with the outline; a handler of `FIGURE_OBJECT` has to be there."""
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    setter = _Setter(document, typography)
    for block in outline.flow:
        setter.add(block)
    disclosure = setter.add_room() if outline.aside else None
    first = setter.count
    for line in outline.aside:
        setter.add(line)
    return Article(
        OffsetMap(tuple(setter.runs)),
        tuple(setter.figures),
        range(first, setter.count),
        disclosure,
    )


def pieces(text: str) -> Iterator[str]:
    """`text` in pieces that are quickly laid out, cut at spaces where there are any.

    The time to lay out a block grows with the square of its longest word: half a million brackets
    stopped the window for half a minute.
    """
    most = LONGEST_UNBROKEN if UNBROKEN.search(text) else LONGEST
    while len(text) > most:
        cut = text.rfind(" ", most // 2, most) + 1 or most
        yield text[:cut]
        text = text[cut:]
    yield text


def figure_format(block: QTextBlock) -> QTextFormat:
    """The format of the picture a block holds, or an empty one."""
    fragments = block.begin()
    if fragments.atEnd():
        return QTextFormat()
    return fragments.fragment().charFormat()


class _Setter:
    """Writes block after block at the end of a document."""

    def __init__(self, document: QTextDocument, typography: Typography) -> None:
        self._cursor = QTextCursor(document)
        self._typography = typography
        self.runs: list[Run] = []
        self.figures: list[Figure] = []
        self.count = 0

    def add(self, block: Block) -> None:
        if isinstance(block, Figure):
            self._add_figure(block)
        else:
            self._add_line(block)

    def add_room(self) -> int:
        """An empty block as high as a control."""
        room = QTextBlockFormat()
        room.setLineHeight(self._typography.px(32), FIXED)
        room.setTopMargin(self._typography.px(12))
        room.setBottomMargin(self._typography.px(8))
        self._begin(room, QTextCharFormat())
        return self.count - 1

    def _add_line(self, line: Line) -> None:
        setting = self._typography.settings[line.style]
        at = 0
        for piece in pieces(line.text):
            self._begin(setting.block, setting.char)
            if line.style is LineStyle.LIST_ITEM and not at:
                bullet = QTextListFormat()
                bullet.setStyle(QTextListFormat.Style.ListDisc)
                bullet.setIndent(0)
                self._cursor.createList(bullet)
            if line.start is not None:
                self.runs.append(Run.of(self._cursor.position(), line.start + at, piece))
            self._cursor.insertText(showable(piece), setting.char)
            at += len(piece)
        if line.credit:
            self._cursor.insertText(showable(f" · {line.credit}"), setting.char)

    def _add_figure(self, figure: Figure) -> None:
        room = QTextBlockFormat()
        room.setBottomMargin(self._typography.px(4))
        self._begin(room, QTextCharFormat())
        picture = QTextCharFormat()
        picture.setObjectType(FIGURE_OBJECT)
        picture.setProperty(FIGURE_INDEX, len(self.figures))
        self.figures.append(figure)
        self._cursor.insertText("\ufffc", picture)

    def _begin(self, block: QTextBlockFormat, char: QTextCharFormat) -> None:
        if self.count:
            self._cursor.insertBlock(block, char)
        else:
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(char)
        self.count += 1
