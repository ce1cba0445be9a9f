"""What is like the clip being read: same files, versions, similar texts, similar pictures."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseboard.commands.syndications import ForgetJudgement, JudgeCopies
from caseboard.commands.versions import UnlinkVersion
from caseboard.i18n import _, ngettext
from caseboard.model.change import Change
from caseboard.model.ids import ClipId
from caseboard.model.refs import short
from caseboard.store.clips import ClipView
from caseboard.store.similar import Brief
from caseboard.store.versions import Version
from caseboard.ui.desk import CaseDesk
from caseboard.ui.differences.window import DifferenceWindow, Side
from caseboard.ui.inspector import likenesses
from caseboard.ui.inspector.likenesses import AlikeText, Likenesses
from caseboard.ui.inspector.similar_rows import (
    FileRow,
    LostRow,
    PictureRow,
    ReportedRow,
    TextRow,
    VersionRow,
    about,
)
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.section import Section
from caseboard.ui.listening import follow
from caseboard.ui.navigation import Navigator
from caseboard.ui.thumbnails import Thumbnails

REST = 300  # milliseconds that a clip is read before anything is looked for behind other tabs
CONCERNS = ("clip", "clip_file", "anchor", "tag", "report", "syndication", "case", "source")
"""Tables of which a change may alter what is shown."""


class SimilarTab(QScrollArea):
    """Looks for what is like a clip off the loop; `found` is sent with how many there are."""

    found = Signal(int)
    elsewhere_wanted = Signal(str, str, str)
    """Case, table and id of something in another case."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._navigator = navigator
        self._clip_id = ""
        self._asked = 0
        self._loading = 0
        self._shown = Likenesses(ClipId(""))
        self._thumbnails = Thumbnails(desk.desk.library.files, self)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.load)
        self._texts: dict[str, TextRow] = {}
        self._build()
        follow(self, desk.desk.history.changed, self._on_changed)

    def show_clip(self, view: ClipView | None) -> None:
        """Look for what is like this clip; nothing is shown for none."""
        clip_id = view.clip.id if view else ""
        if clip_id == self._clip_id:
            return
        self._clip_id = clip_id
        self._asked += 1  # what is on its way is about another clip
        self._show(Likenesses(ClipId(clip_id)), is_known=not clip_id)
        self._look()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._rest.isActive():
            self.load()

    @async_slot()
    async def load(self) -> None:
        """Look now; an answer that comes when another was asked for is dropped."""
        self._rest.stop()
        self._asked += 1
        asked, clip_id = self._asked, ClipId(self._clip_id)
        if not clip_id:
            return
        self._loading += 1
        try:
            answer = await self._desk.read(likenesses.find, clip_id)
        finally:
            self._loading -= 1
        if isValid(self) and asked == self._asked:
            self._show(answer)

    def _look(self) -> None:
        if not self._clip_id:
            self._rest.stop()
        elif self.isVisible():
            self.load()
        else:
            self._rest.start()

    def _on_changed(self, change: Change) -> None:
        """One change is shown at once; of many in a row, what comes of them all."""
        if not self._clip_id or not change.touches(*CONCERNS):
            return
        if self._loading:
            self._rest.start()
        else:
            self._look()

    # --- what is shown ---

    def _build(self) -> None:
        theme = self._desk.desk.theme
        self.empty = EmptyState(theme, "", parent=self)
        self.same_file = Section(theme, _("Same file"))
        self.versions = Section(theme, _("Versions of this page"), _("Untie"))
        self.versions.acted.connect(self._untie)
        self.versions.button.setAccessibleName(_("Untie this clip from the version before it"))
        self.text = Section(theme, _("Similar text"))
        self.picture = Section(theme, _("Similar pictures"), last=True)
        self._sections = (self.same_file, self.versions, self.text, self.picture)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.empty)
        for section in self._sections:
            column.addWidget(section)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inside)

    def _show(self, found: Likenesses, *, is_known: bool = True) -> None:
        self._shown = found
        self.found.emit(found.count)
        self._fill(self.same_file, [self._file_row(same) for same in found.same_files])
        self._fill(self.versions, list(self._version_rows(found)))
        self._show_texts(found.texts)
        self._fill(self.picture, [self._picture_row(pair) for pair in found.pictures])
        self._show_titles(found)
        nothing = _(
            "No other clip holds the same file, a similar text or a similar picture,"
            " and there is no other version."
        )
        self.empty.say(nothing if is_known else _("Looking for what is like this clip…"))
        self.empty.setVisible(not found.count and bool(found.clip_id))

    def _show_titles(self, found: Likenesses) -> None:
        titles = (
            (self.same_file, _("Same file · {n}"), len(found.same_files)),
            (self.versions, _("Versions of this page · {n}"), len(found.versions)),
            (self.text, _("Similar text · {n}"), len(found.texts)),
            (self.picture, _("Similar pictures · {n}"), len(found.pictures)),
        )
        for section, title, count in titles:
            section.set_title(title.format(n=count))
            section.setVisible(count > (section is self.versions))
        is_later = any(v.id == found.clip_id and v.number > 1 for v in found.versions)
        writable = not self._desk.desk.library.read_only
        self.versions.set_action(_("Untie") if is_later and writable else "")

    def _fill(self, section: Section, rows: Iterable[QWidget]) -> None:
        _clear(section)
        for row in rows:
            section.body.addWidget(row)

    def _file_row(self, same: likenesses.SameFile) -> FileRow:
        row = FileRow(self._desk.desk.theme, same, self._desk.case_id, self.same_file)
        row.clicked.connect(lambda: self._open(same.clip))
        return row

    def _picture_row(self, pair: likenesses.AlikePicture) -> PictureRow:
        theme, case_id = self._desk.desk.theme, self._desk.case_id
        row = PictureRow(theme, self._thumbnails, pair, case_id, self.picture)
        row.clicked.connect(lambda: self._open(pair.clip))
        return row

    def _version_rows(self, found: Likenesses) -> Iterable[QWidget]:
        if len(found.versions) < 2:
            return
        theme = self._desk.desk.theme
        for version in reversed(found.versions):
            is_shown = version.id == found.clip_id
            row = VersionRow(
                theme, version, self.versions, is_shown=is_shown, can_compare=not is_shown
            )
            row.opened.connect(lambda clip_id=version.id: self._navigator.open_clip(clip_id))
            row.compared.connect(lambda clip_id=version.id: self._compare_versions(clip_id))
            yield row
        if found.lost:
            yield plain_label(lost_words(len(found.lost)), self.versions, tone="bad", wrap=True)
        for passage in found.lost:
            lost = LostRow(theme, passage, self.versions)
            lost.clicked.connect(lambda _on=False, place=passage: self._open_passage(place))
            yield lost
        if found.reported:
            said = _("Claims that rest on an earlier version")
            yield plain_label(said, self.versions, size="strong", wrap=True)
        for report in found.reported:
            told = ReportedRow(theme, report, self.versions)
            place = report.passage
            told.clicked.connect(lambda _on=False, place=place: self._open_passage(place))
            yield told

    def _show_texts(self, texts: Sequence[AlikeText]) -> None:
        """Rows stay what they are while their judgements change: nobody loses the cursor."""
        if list(self._texts) == [alike.clip.id for alike in texts]:
            for alike in texts:
                self._texts[alike.clip.id].show_judgement(alike)
            return
        self._texts = {alike.clip.id: self._text_row(alike) for alike in texts}
        self._fill(self.text, self._texts.values())

    def _text_row(self, alike: AlikeText) -> TextRow:
        writable = not self._desk.desk.library.read_only
        row = TextRow(self._desk.desk.theme, alike, self.text, writable=writable)
        row.opened.connect(lambda: self._open(alike.clip))
        row.compared.connect(lambda: self._compare(alike.clip))
        row.judged.connect(lambda key, reason: self._judge(alike.clip.id, key, reason))
        return row

    # --- what is done ---

    def _open(self, clip: Brief) -> None:
        if clip.case_id == self._desk.case_id:
            self._navigator.open_clip(clip.id)
        else:
            self.elsewhere_wanted.emit(clip.case_id, "clip", clip.id)

    def _open_passage(self, passage: likenesses.Passage) -> None:
        self._navigator.open_clip(passage.clip_id, passage.anchor_id)

    @async_slot(str, str, str)
    async def _judge(self, other: str, key: str, reason: str) -> None:
        one, second = ClipId(self._clip_id), ClipId(other)
        case_id = self._desk.case_id
        if key:
            await self._desk.run(JudgeCopies(case_id, one, second, key == "same", reason))
        else:
            await self._desk.run(ForgetJudgement(case_id, one, second))

    @async_slot()
    async def _untie(self) -> None:
        await self._desk.run(UnlinkVersion(self._desk.case_id, ClipId(self._clip_id)))

    def _compare_versions(self, clip_id: ClipId) -> None:
        """The earlier of the two is the old text."""
        names = {v.id: _("v{n} · {ref}").format(n=v.number, ref=short(v.ref)) for v in self._line}
        order = [v.id for v in self._line if v.id in {clip_id, self._clip_id}]
        self._differ(*(Side(each, names[each]) for each in order))

    def _compare(self, other: Brief) -> None:
        """What the clip shown has more than the other is what was added."""
        mine = Side(ClipId(self._clip_id), _("This clip"))
        self._differ(Side(other.id, f"{other.title} · {about(other)}"), mine)

    @property
    def _line(self) -> Sequence[Version]:
        return self._shown.versions

    def _differ(self, old: Side, new: Side) -> None:
        window = DifferenceWindow(self._desk, old, new, self.window())
        window.show()


def lost_words(count: int) -> str:
    """How many passages have gone."""
    return ngettext(
        "{n} passage is no longer in this version.",
        "{n} passages are no longer in this version.",
        count,
    )


def _clear(section: Section) -> None:
    while (item := section.body.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
