"""The sections of a briefing, in order: dragged, switched, opened to be written in."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from caseboard.briefing import templates
from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.choosing import title
from caseboard.i18n import _
from caseboard.model.work import Briefing
from caseboard.ui.briefing.section_row import SectionRow
from caseboard.ui.briefing.section_words import OFFERED
from caseboard.ui.lib.buttons import menu_button
from caseboard.ui.lib.theme import Theme

Kept = dict[str, Any]
"""As `Briefing.sections` keeps them."""
_KNOWN = {kind.value: kind for kind in OFFERED}
"""What can be listed; what a newer program knows beside it stays as it is."""


class SectionList(QWidget):
    """`changed` when the order, a tick or the list itself is another; `pressed` with a kind."""

    changed = Signal()
    pressed = Signal(object)
    """`SectionKind`."""
    listed = Signal()
    """There are other rows than before."""
    dragged = Signal(QPoint)
    """The pointer is there, on the screen, with a row in hand."""
    moved = Signal(QWidget)
    """A key has moved that row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[SectionRow] = []
        self._kept: list[Kept] = []
        self._is_writable = True
        self._is_moved = self._has_dragged = False
        self.setAccessibleName(_("Sections"))
        self.offered = QMenu(self)
        self.offered.aboutToShow.connect(self._offer)
        self.add_button = menu_button(_("Add a section"), self.offered, self, flat=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(self._rows)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def sections(self) -> list[Kept]:
        """As `Briefing.sections` keeps them: as they were where nothing was changed."""
        if not self._is_moved:
            return self._kept
        others = [row for row in self._kept if str(row.get("kind")) not in _KNOWN]
        return [*(_kept(row) for row in self.rows), *others]

    def show_sections(self, briefing: Briefing) -> None:
        """Show those of a briefing; of its template where it has none of its own."""
        self._kept = [dict(row) for row in briefing.sections]
        self._is_moved = False
        wanted = sections_of(briefing)
        before = list(self.rows)
        there = {row.kind: row for row in self.rows}
        for kind in set(there) - {kind for kind, _row in wanted}:
            self._drop(there.pop(kind))
        self.rows = [there.get(kind) or self._made(kind) for kind, _row in wanted]
        for place, (row, (_kind, kept)) in enumerate(zip(self.rows, wanted, strict=True)):
            if self._rows.indexOf(row) != place:
                self._rows.insertWidget(place, row)
            row.box.setChecked(bool(kept.get("on", True)))
            row.marking = str(kept.get("marking") or "")
        if self.rows != before:
            self._count()
            self.listed.emit()

    def row(self, kind: SectionKind) -> SectionRow | None:
        """The row of a section; None where the briefing does not list it."""
        return next((row for row in self.rows if row.kind is kind), None)

    def touch(self) -> None:
        """Something of a row was changed from outside, such as its marking."""
        self._is_moved = True
        self.changed.emit()

    def add(self, kind: SectionKind) -> SectionRow:
        """Put a section where it stands in a full dossier; there is one of each kind."""
        there = self.row(kind)
        if there is not None:
            return there
        order = list(SectionKind)
        before = [n for n, row in enumerate(self.rows) if order.index(row.kind) < order.index(kind)]
        place = before[-1] + 1 if before else 0
        made = self._made(kind)
        self.rows.insert(place, made)
        self._rows.insertWidget(place, made)
        self._count()
        self.listed.emit()
        self.touch()
        return made

    def set_writable(self, *, writable: bool) -> None:
        """Let them be moved and switched, or only be opened."""
        self._is_writable = writable
        self.add_button.setVisible(writable)
        for row in self.rows:
            row.set_writable(writable=writable)

    def _made(self, kind: SectionKind) -> SectionRow:
        row = SectionRow(self._theme, kind, self)
        row.set_writable(writable=self._is_writable)
        row.switched.connect(self.touch)
        row.pressed.connect(lambda: self.pressed.emit(kind))
        row.moved.connect(lambda by: self._move(row, self.rows.index(row) + by))
        row.dragged.connect(lambda place: self._on_dragged(row, place))
        row.dropped.connect(self._on_dropped)
        return row

    def _drop(self, row: SectionRow) -> None:
        self._rows.removeWidget(row)
        row.hide()
        row.setParent(None)
        row.deleteLater()

    def _move(self, row: SectionRow, place: int) -> None:
        if self._put(row, place):
            self.touch()
            self.moved.emit(row)

    def _put(self, row: SectionRow, place: int) -> bool:
        if not 0 <= place < len(self.rows) or self.rows[place] is row:
            return False
        self.rows.remove(row)
        self.rows.insert(place, row)
        self._rows.removeWidget(row)
        self._rows.insertWidget(place, row)
        self._count()
        return True

    def _on_dragged(self, row: SectionRow, where: QPoint) -> None:
        """Let the row change places with those whose middle the pointer has passed."""
        here = self.mapFromGlobal(where).y()
        others = [each for each in self.rows if each is not row]
        place = sum(each.geometry().center().y() < here for each in others)
        if self._put(row, place):
            self._has_dragged = True
            self._rows.activate()
        self.dragged.emit(where)

    def _on_dropped(self) -> None:
        if self._has_dragged:
            self._has_dragged = False
            self.touch()

    def _count(self) -> None:
        """Offer to add a section where there is another one."""
        self.add_button.setVisible(self._is_writable and len(self.rows) < len(OFFERED))

    def _offer(self) -> None:
        self.offered.clear()
        there = {row.kind for row in self.rows}
        for kind in OFFERED:
            if kind not in there:
                action = self.offered.addAction(title(kind))
                action.triggered.connect(lambda _on=False, kind=kind: self._on_added(kind))

    def _on_added(self, kind: SectionKind) -> None:
        self.add(kind)
        self.pressed.emit(kind)


def sections_of(briefing: Briefing) -> list[tuple[SectionKind, Mapping[str, Any]]]:
    """The sections a briefing lists, each once; those of its template where it lists none."""
    if not briefing.sections:
        return [(kind, {}) for kind in templates.SECTIONS[templates.of(briefing.template)]]
    rows: dict[SectionKind, Mapping[str, Any]] = {}
    for row in briefing.sections:
        kind = _KNOWN.get(str(row.get("kind")))
        if kind is not None:
            rows.setdefault(kind, row)
    return list(rows.items())


def of_template(briefing: Briefing, wanted: Sequence[SectionKind]) -> list[Kept]:
    """The sections of another template; a marking a section had stays with it."""
    marked = {str(row.get("kind")): row.get("marking") for row in briefing.sections}
    kept: list[Kept] = [{"kind": kind.value, "on": True} for kind in wanted]
    for row in kept:
        if marking := marked.get(row["kind"]):
            row["marking"] = marking
    return kept


def _kept(row: SectionRow) -> Kept:
    kept: Kept = {"kind": row.kind.value, "on": row.box.isChecked()}
    return {**kept, "marking": row.marking} if row.marking else kept
