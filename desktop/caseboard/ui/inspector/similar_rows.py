"""The rows of the Similar tab."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.analysis.carryover import Fit
from caseboard.briefing.words import minute
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.collection import Syndication
from caseboard.model.refs import short
from caseboard.store.similar import Brief, Pictured
from caseboard.store.versions import Version
from caseboard.ui.inspector.likenesses import AlikePicture, AlikeText, Passage, Reported, SameFile
from caseboard.ui.inspector.pick_row import PickRow
from caseboard.ui.inspector.picture_words import differences, how_alike
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.labels import Size, Tone, plain_label, set_tone
from caseboard.ui.lib.paint import fill_round, painter_for
from caseboard.ui.lib.segments import Segments
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint
from caseboard.ui.thumbnails import Thumbnails

SIDE = 52

Line = tuple[str, Tone, Size]


class LinesRow(PickRow):
    """A few lines of words that can be picked together."""

    def __init__(self, theme: Theme, lines: Sequence[Line], parent: QWidget) -> None:
        said = [line for line in lines if line[0]]
        super().__init__(theme, ", ".join(line[0] for line in said), parent)
        text = QWidget(self)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(1))
        for words, tone, size in said:
            column.addWidget(plain_label(words, text, tone=tone, size=size, wrap=True))
        self.put(text, 1)


class FileRow(LinesRow):
    """Another clip with the same file."""

    def __init__(self, theme: Theme, same: SameFile, case_id: str, parent: QWidget) -> None:
        self.same = same
        clip = same.clip
        is_elsewhere = clip.case_id != case_id
        also = _("Also in case “{case}” as {ref}").format(case=clip.case_title, ref=short(clip.ref))
        lines: list[Line] = [
            (clip.title, "", ""),
            (also if is_elsewhere else about(clip), "accent" if is_elsewhere else "muted", "small"),
            (", ".join(same.names), "muted", "small"),
        ]
        super().__init__(theme, lines, parent)


class VersionRow(QWidget):
    """One version of the page, and what to hold it against."""

    opened = Signal()
    compared = Signal()

    def __init__(
        self, theme: Theme, version: Version, parent: QWidget, *, is_shown: bool, can_compare: bool
    ) -> None:
        super().__init__(parent)
        self.version = version
        captured = _("v{n} · captured {when}").format(
            n=version.number, when=minute(version.captured)
        )
        lacks = _("It holds no article.") if version.hollow else ""
        shown = _("The one shown") if is_shown else ""
        second = " · ".join(part for part in (short(version.ref), shown, lacks) if part)
        self.row = LinesRow(theme, [(captured, "", ""), (second, "muted", "small")], self)
        self.row.set_active(active=is_shown)
        self.row.clicked.connect(self.opened)
        self.compare = link_button(_("What differs"), self)
        self.compare.clicked.connect(self.compared)
        self.compare.setVisible(can_compare)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.row, 1)
        line.addWidget(self.compare)


class LostRow(LinesRow):
    """A passage that the version shown no longer has."""

    def __init__(self, theme: Theme, passage: Passage, parent: QWidget) -> None:
        self.passage = passage
        super().__init__(theme, [(quoted(passage.quote), "", "quote")], parent)


class ReportedRow(PickRow):
    """A claim that rests on an earlier version, and whether its passage is still there."""

    def __init__(self, theme: Theme, report: Reported, parent: QWidget) -> None:
        self.report = report
        state, tint = _standing(report)
        now = _("It now reads: “{words}”").format(words=report.now)
        lines: list[Line] = [
            (f"{report.claim_ref.rpartition('-')[2]} · {report.statement}", "", ""),
            (quoted(report.passage.quote), "muted", "small"),
            (now if report.now and report.fit is not Fit.SAME else "", "muted", "small"),
        ]
        super().__init__(theme, f"{state}: {lines[0][0]}", parent)
        pill = Pill(theme, state, tint, self)
        self.put(pill)
        self.body.setAlignment(pill, Qt.AlignmentFlag.AlignTop)
        text = QWidget(self)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(1))
        for words, tone, size in lines:
            if words:
                column.addWidget(plain_label(words, text, tone=tone, size=size, wrap=True))
        self.put(text, 1)


class TextRow(QWidget):
    """A clip with a similar text, and the analyst's word on the two.

    `judged` is sent with `""` (their texts decide), `same` or `apart`, and the reason.
    """

    opened = Signal()
    compared = Signal()
    judged = Signal(str, str)

    def __init__(self, theme: Theme, alike: AlikeText, parent: QWidget, *, writable: bool) -> None:
        super().__init__(parent)
        self.alike = alike
        percent = int(alike.shared * 100)
        share = _("{n} % of the shorter text").format(n=percent) if percent else ""
        lines: list[Line] = [
            (alike.clip.title, "", ""),
            (about(alike.clip), "muted", "small"),
            (share, "muted", "small"),
        ]
        self.row = LinesRow(theme, lines, self)
        self.row.clicked.connect(self.opened)
        self.compare = link_button(_("What differs"), self)
        self.compare.clicked.connect(self.compared)
        self.state = plain_label("", self, size="small", wrap=True)
        choices = [("", _("By text")), ("same", _("Same origin")), ("apart", _("Independent"))]
        self.choice = Segments(theme, choices, _("Origin of the two texts"), self)
        self.choice.setEnabled(writable)
        self.choice.chosen.connect(self._on_chosen)
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(_("Why?"))
        self.reason.setAccessibleName(_("Reason"))
        self.reason.setReadOnly(not writable)
        self.reason.editingFinished.connect(self._on_reason_given)
        self._lay_out(theme)
        self.show_judgement(alike)

    def show_judgement(self, alike: AlikeText) -> None:
        """Show what was said of the two; a reason that is being typed stays."""
        self.alike = alike
        judged = alike.judged
        self.choice.choose(_key(judged))
        self.state.setText(_counted(alike))
        set_tone(self.state, "accent" if judged else "muted")
        self.reason.setVisible(judged is not None)
        if not self.reason.hasFocus():
            self.reason.setText(judged.reason if judged else "")

    def _lay_out(self, theme: Theme) -> None:
        px = theme.px
        below = QVBoxLayout()
        below.setContentsMargins(px(6), 0, px(6), 0)
        below.setSpacing(px(4))
        below.addWidget(self.state)
        line = QHBoxLayout()
        line.addWidget(self.choice)
        line.addStretch(1)
        below.addLayout(line)
        below.addWidget(self.reason)
        below.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(px(3))
        column.addWidget(self.row)
        column.addLayout(below)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.judged.emit(key, self.reason.text())

    @Slot()
    def _on_reason_given(self) -> None:
        judged = self.alike.judged
        if judged is not None and self.reason.text().strip() != judged.reason:
            self.judged.emit(_key(judged), self.reason.text())


class PictureRow(PickRow):
    """Two pictures side by side, and how they lie to each other."""

    def __init__(
        self,
        theme: Theme,
        thumbnails: Thumbnails,
        pair: AlikePicture,
        case_id: str,
        parent: QWidget,
    ) -> None:
        self.pair = pair
        clip = pair.clip
        also = _("Also in case “{case}” as {ref}").format(case=clip.case_title, ref=short(clip.ref))
        where = about(clip) if clip.case_id == case_id else also
        alike = how_alike(pair.turn, pair.bits)
        notes = differences(pair.mine, pair.theirs)
        lines = [alike, clip.title, where, *(words for words, _is_grave in notes)]
        super().__init__(theme, ", ".join(lines), parent)
        text = QWidget(self)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        pictures = _Pair(theme, thumbnails, pair.mine, pair.theirs, text)
        column.addWidget(pictures, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(plain_label(alike, text, wrap=True))
        column.addWidget(plain_label(clip.title, text, size="small", wrap=True))
        column.addWidget(plain_label(where, text, tone="muted", size="small", wrap=True))
        for words, is_grave in notes:
            tone: Tone = "bad" if is_grave else "muted"
            column.addWidget(plain_label(words, text, tone=tone, size="small", wrap=True))
        self.put(text, 1)


class _Pair(QWidget):
    """The picture of the clip shown, then that of the other."""

    def __init__(
        self,
        theme: Theme,
        thumbnails: Thumbnails,
        mine: Pictured,
        theirs: Pictured,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._thumbnails = theme, thumbnails
        self._pictures = (mine.thumbnail, theirs.thumbnail)
        self.setFixedSize(self.sizeHint())
        thumbnails.loaded.connect(self._on_loaded)

    @override
    def sizeHint(self) -> QSize:
        px = self._theme.px
        return QSize(2 * px(SIDE) + px(6), px(SIDE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = painter_for(self), self._theme.px
        for number, sha256 in enumerate(self._pictures):
            place = QRect(number * px(SIDE + 6), 0, px(SIDE), px(SIDE))
            ratio = self.devicePixelRatioF()
            pixmap = self._thumbnails.get(sha256, place.width(), ratio) if sha256 else None
            if pixmap is None:
                fill_round(painter, place.toRectF(), px(6), self._theme.tokens.neutral_soft)
                continue
            path = QPainterPath()
            path.addRoundedRect(place.toRectF(), px(6), px(6))
            painter.setClipPath(path)
            painter.drawPixmap(place, pixmap)
            painter.setClipping(False)

    @Slot(str)
    def _on_loaded(self, sha256: str) -> None:
        if sha256 in self._pictures:
            self.update()


def about(clip: Brief) -> str:
    """`E004 · Daily News · 14 Nov 2024`: ref, publisher, day published or else clipped."""
    when = clip.published.partition("T")[0] if clip.published else f"{clip.captured:%Y-%m-%d}"
    parts = (short(clip.ref), clip.publisher, moments.show(when))
    return " · ".join(part for part in parts if part)


def quoted(words: str) -> str:
    """A passage in quotes; a region has none."""
    return _("“{words}”").format(words=words) if words else _("A region of a picture")


def _key(judged: Syndication | None) -> str:
    if judged is None:
        return ""
    return "same" if judged.is_same_origin else "apart"


def _counted(alike: AlikeText) -> str:
    if alike.judged is not None:
        if alike.judged.is_same_origin:
            return _("You count them as one origin.")
        return _("You count them as independent.")
    if alike.is_near:
        return _("The texts are nearly the same: they count as one origin.")
    return _("The texts differ enough to count as two origins.")


def _standing(report: Reported) -> tuple[str, Tint]:
    return {
        Fit.SAME: (_("still there"), Tint.SUPPORTS),
        Fit.EDITED: (_("changed"), Tint.CLAIM),
        Fit.REWRITTEN: (_("changed"), Tint.CLAIM),
        None: (_("gone"), Tint.CONTRADICTS),
    }[report.fit]
