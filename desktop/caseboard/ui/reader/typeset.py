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
LONGEST, LONGEST_UNBROKEN = 5_000, 500
"""Code points in a block of words, and in one of no words."""
FIRST, STEP, FINISHING = 24_000, 5_000, 200_000
"""Characters that are set at once: more than fits on a screen; what takes a few milliseconds."""
BLOCK = 100
"""What a block costs, in characters."""
UNBROKEN = re.compile(r"\S{400}")
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


class Typesetting:
    """Fills an empty document with an outline, step by step: a book takes seconds.

    A handler of `FIGURE_OBJECT` has to be there.
    """

    def __init__(
        self, document: QTextDocument, outline: Outline, typography: Typography, *, shown: bool
    ) -> None:
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        self._document = document
        self._setter = _Setter(document, typography)
        self._outline = outline
        self._aside_from: int | None = None
        self._disclosure: int | None = None
        self._work = self._all()
        self.aside_shown = shown
        """Whether blocks that are no part of the article are visible as they are set."""
        self.is_done = False

    def step(self, most: int = STEP) -> None:
        """Set about `most` more characters, each block counted as `BLOCK` of them."""
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()  # so that it is laid out once
        try:
            while most > 0:
                most -= next(self._work)
        except StopIteration:
            self.is_done = True
        cursor.endEditBlock()

    def finish(self) -> None:
        """Set all that is left."""
        while not self.is_done:
            self.step(FINISHING)

    @property
    def article(self) -> Article:
        """What is set so far; all figures are in it from the beginning."""
        count = self._setter.count
        first = count if self._aside_from is None else self._aside_from
        figures = tuple(block for block in self._outline.flow if isinstance(block, Figure))
        offsets = OffsetMap(tuple(self._setter.runs))
        return Article(offsets, figures, range(first, count), self._disclosure)

    def _all(self) -> Iterator[int]:
        """Sets block after block; gives how much each was."""
        for block in self._outline.flow:
            yield from self._setter.add(block)
        if not self._outline.aside:
            return
        self._disclosure = self._setter.add_room()
        self._aside_from = self._setter.count
        for line in self._outline.aside:
            for size in self._setter.add(line):
                self._document.lastBlock().setVisible(self.aside_shown)
                yield size


def typeset(document: QTextDocument, outline: Outline, typography: Typography) -> Article:
    """Fill an empty `document` with the whole outline."""
    work = Typesetting(document, outline, typography, shown=True)
    work.finish()
    return work.article


def pieces(text: str) -> Iterator[str]:
    """`text` in pieces that are quickly laid out, cut at spaces where there are any.

    The time to lay out a block grows with the square of its longest word: half a million brackets
    stopped the window for half a minute.
    """
    at = 0
    while True:
        most = LONGEST_UNBROKEN if UNBROKEN.search(text, at, at + LONGEST) else LONGEST
        if len(text) - at <= most:
            break
        cut = text.rfind(" ", at + most // 2, at + most) + 1 or at + most
        yield text[at:cut]
        at = cut
    yield text[at:]


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
        self._figures = 0
        self.count = 0

    def add(self, block: Block) -> Iterator[int]:
        if isinstance(block, Figure):
            self._add_figure()
            yield BLOCK
        else:
            yield from self._add_line(block)

    def add_room(self) -> int:
        """An empty block as high as a control."""
        room = QTextBlockFormat()
        room.setLineHeight(self._typography.px(32), FIXED)
        room.setTopMargin(self._typography.px(12))
        room.setBottomMargin(self._typography.px(8))
        self._begin(room, QTextCharFormat())
        return self.count - 1

    def _add_line(self, line: Line) -> Iterator[int]:
        setting = self._typography.settings[line.style]
        at = 0
        for piece in pieces(line.text):
            if at:
                yield BLOCK + len(piece)
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
        yield BLOCK + min(len(line.text), LONGEST)

    def _add_figure(self) -> None:
        room = QTextBlockFormat()
        room.setBottomMargin(self._typography.px(4))
        self._begin(room, QTextCharFormat())
        picture = QTextCharFormat()
        picture.setObjectType(FIGURE_OBJECT)
        picture.setProperty(FIGURE_INDEX, self._figures)
        self._figures += 1
        self._cursor.insertText("\ufffc", picture)

    def _begin(self, block: QTextBlockFormat, char: QTextCharFormat) -> None:
        if self.count:
            self._cursor.insertBlock(block, char)
        else:
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(char)
        self.count += 1
