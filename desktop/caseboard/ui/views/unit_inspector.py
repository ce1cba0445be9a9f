"""The right side of the units view: what the symbol says, other names, what briefings print."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from caseboard.i18n import _
from caseboard.mapping import sidc
from caseboard.model import numerals
from caseboard.model.terms import Branch, Echelon, Side, UnitStatus
from caseboard.store.unit_pages import UnitPage
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.fields import Choice
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.labels import plain_label, set_tone
from caseboard.ui.lib.section import Section
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.symbol_pixmaps import code_of

if TYPE_CHECKING:
    from caseboard.model.entities import Unit

RELEASES = (0.0, 1_000.0, 2_000.0, 5_000.0, 10_000.0, 25_000.0, 50_000.0)
KEY_WIDTH = 84


class UnitInspector(QScrollArea):
    """Fields that hold at once: `changed` is sent with what was set, by the names of the columns.

    `typed` is sent with every code that could be one, while it is being typed.
    """

    changed = Signal(dict)
    typed = Signal(str)
    edit_wanted = Signal()

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.desk.theme
        self._theme = theme
        self._unit: Unit | None = None
        self._asked: dict[str, StrEnum | str | float] = {}
        may_edit = not desk.desk.library.read_only
        self.side = Choice(words.options(Side))
        self.echelon = Choice(words.options(Echelon))
        self.branch = Choice(words.options(Branch))
        self.status = Choice(words.options(UnitStatus))
        self.country = QLineEdit()
        self.staff = QCheckBox(_("A headquarters"))
        self.identified = QCheckBox(_("It is known which unit this is"))
        self.code = QLineEdit()
        self.wrong = plain_label("", self, tone="bad", size="small", wrap=True)
        self.names = FlowLayout(spacing=theme.px(4))
        self.unnamed = plain_label(_("No other names."), self, tone="muted", size="fact")
        self.release = QComboBox()
        self._release_m: list[float] = list(RELEASES)
        self.symbol_section = Section(theme, _("Symbol"), parent=self)
        self.names_section = Section(theme, _("Aliases"), _("Edit…") if may_edit else "", self)
        self.release_section = Section(theme, _("Release"), parent=self, last=True)
        self._lay_out()
        self._connect()
        for field in self._fields():
            field.setEnabled(may_edit)

    def show_page(self, page: UnitPage) -> None:
        """Show what is known of this unit; what is being typed for it stays."""
        unit = page.unit
        is_other = self._unit is None or self._unit.id != unit.id
        self._unit, self._asked = unit, {}
        blockers = [QSignalBlocker(field) for field in self._fields()]
        self.side.choose(unit.side)
        self.echelon.choose(unit.echelon)
        self.branch.choose(unit.branch)
        self.status.choose(unit.status)
        self.identified.setChecked(unit.is_identified)
        meaning = sidc.read(unit.sidc)
        self.staff.setChecked(bool(meaning and meaning.is_headquarters))
        if is_other or not self.country.hasFocus():
            self.country.setText(unit.country)
        if is_other or not self.code.hasFocus():
            self.code.setText(unit.sidc)
            self.code.setCursorPosition(0)
            self._complain("")
        self.code.setPlaceholderText(code_of(unit))
        self._show_release(unit.release_m)
        del blockers
        self._show_names(unit.aliases)

    def _fields(self) -> tuple[QWidget, ...]:
        chosen = (self.side, self.echelon, self.branch, self.status)
        return (*chosen, self.country, self.staff, self.identified, self.code, self.release)

    def _connect(self) -> None:
        for name, choice in (
            ("side", self.side),
            ("echelon", self.echelon),
            ("branch", self.branch),
            ("status", self.status),
        ):
            choice.activated.connect(lambda _row, name=name, c=choice: self._set(name, c.member))
        self.country.editingFinished.connect(self._on_country)
        self.staff.clicked.connect(self._on_staff)
        self.identified.clicked.connect(lambda on: self._set("is_identified", on))
        self.code.textEdited.connect(self._on_code_typed)
        self.code.editingFinished.connect(self._on_code)
        self.release.activated.connect(lambda row: self._set("release_m", self._release_m[row]))
        self.names_section.acted.connect(self.edit_wanted)

    def _set(self, name: str, value: StrEnum | str | float) -> None:
        if self._unit is None:
            return
        if self._asked.get(name, getattr(self._unit, name)) != value:
            self._asked[name] = value
            self.changed.emit({name: value})

    @Slot()
    def _on_country(self) -> None:
        self._set("country", self.country.text().strip().upper())

    @Slot(bool)
    def _on_staff(self, is_staff: bool) -> None:
        """Only the code can say it, so that there is one from now on."""
        unit = self._unit
        if unit is None:
            return
        said: dict[str, Any] = {
            "side": self.side.member, "echelon": self.echelon.member,
            "branch": self.branch.member, "status": self.status.member,
        }  # fmt: skip
        wanted = sidc.Meaning(**said, is_headquarters=is_staff)
        self.changed.emit({"sidc": sidc.fitted(unit.sidc, wanted), **said})

    @Slot(str)
    def _on_code_typed(self, text: str) -> None:
        code = _digits(text)
        is_right = not code or sidc.is_code(code)
        if is_right and self._unit is not None:
            self.typed.emit(code or code_of(self._unit))
        unfinished = len(code) < 20
        self._complain("" if is_right or unfinished else _("This is no code of a land unit."))

    @Slot()
    def _on_code(self) -> None:
        code = _digits(self.code.text())
        if code and not sidc.is_code(code):
            count = _("A code has 20 digits (APP-6 D), the fifth and sixth of them 10.")
            self._complain(count)
            return
        self._complain("")
        self._set("sidc", code)

    def _complain(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        self.code.setAccessibleDescription(sentence)
        set_tone(self.wrong, "bad")

    def _show_names(self, aliases: Sequence[str]) -> None:
        self.names.clear()
        for alias in aliases:
            self.names.addWidget(Pill(self._theme, alias, parent=self))
        self.unnamed.setVisible(not aliases)

    def _show_release(self, metres: float) -> None:
        self._release_m = sorted({*RELEASES, metres})
        self.release.clear()
        for each in self._release_m:
            self.release.addItem(_release(each))
        self.release.setCurrentIndex(self._release_m.index(metres))

    def _lay_out(self) -> None:
        px = self._theme.px
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, px(KEY_WIDTH))
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(6))
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("Side"), self.side),
            (_("Echelon"), self.echelon),
            (_("Branch"), self.branch),
            (_("Status"), self.status),
            (_("Country"), self.country),
            (_("APP-6 code"), self.code),
        )
        for row, (name, field) in enumerate(rows):
            label = plain_label(name, self, tone="muted", size="fact")
            label.setBuddy(field)
            field.setAccessibleName(name)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        self.country.setPlaceholderText("UA")
        self.country.setMaxLength(2)
        self.code.setProperty("textsize", "mono")
        body = self.symbol_section.body
        body.addLayout(grid)
        for below in (self.wrong, self.staff, self.identified):
            body.addWidget(below)
        self.wrong.hide()
        self.names_section.body.addLayout(self.names)
        self.names_section.body.addWidget(self.unnamed)
        finer = plain_label(
            _("In briefings its positions are printed:"), self, tone="muted", size="fact", wrap=True
        )
        self.release.setAccessibleName(_("How finely briefings print its positions"))
        self.release_section.body.addWidget(finer)
        self.release_section.body.addWidget(self.release)
        inside = Surface("panel_2")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in (self.symbol_section, self.names_section, self.release_section):
            column.addWidget(section)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inside)


def _digits(text: str) -> str:
    return "".join(text.split())


def _release(metres: float) -> str:
    if not metres:
        return _("as precisely as they are known")
    if metres < 1000:
        return _("no finer than {n} m").format(n=numerals.figure(metres, 6))
    return _("no finer than {n} km").format(n=numerals.figure(metres / 1000, 6))
