"""One number of a report as fields: its kind, its range, what it counts or measures."""

import re
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from caseboard.analysis import figures
from caseboard.commands.quantities import QuantityDraft
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.terms import QuantityKind
from caseboard.tagging.quantities.numbers import digits
from caseboard.ui import words
from caseboard.ui.forms import fields
from caseboard.ui.forms.fields import Choice, FieldError
from caseboard.ui.forms.measure_choice import MeasureChoice
from caseboard.ui.lib.buttons import tool_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Card
from caseboard.ui.lib.theme import Theme

_NUMBER = re.compile(r"\d[\d., \u00a0\u202f]*")


class QuantityLine(Card):
    """Kind, least and most, measure, things, "about"; below stands how it will be printed.

    A number typed as the least becomes the most too on leaving it, which makes it exact; emptied,
    the most says "at least".
    """

    remove_wanted = Signal()

    def __init__(self, theme: Theme, draft: QuantityDraft | None = None) -> None:
        super().__init__()
        draft = draft or QuantityDraft(QuantityKind.VEHICLES)
        self.kind = Choice(words.options(QuantityKind), draft.kind)
        self.kind.setAccessibleName(_("Kind of number"))
        self.low = _number(draft.low, _("least"), _("The least"))
        self.high = _number(draft.high, _("most"), _("The most"))
        self.measure = MeasureChoice()
        self.what = fields.line(draft.what, _("armoured vehicles"))
        self.what.setAccessibleName(_("What is counted"))
        self.about = QCheckBox(_("about"))
        self.about.setChecked(draft.is_approximate)
        self.remove = tool_button(theme, "x", _("Remove this number"), self)
        self.reading = plain_label("", self, tone="muted", size="small", wrap=True)
        self._is_high_typed = bool(self.high.text())
        self.measure.offer(draft.kind, draft.measure)
        self._lay_out(theme)
        self._connect()
        self._say()

    def draft(self) -> QuantityDraft:
        """The number; raises `FieldError` for what cannot be taken."""
        made = QuantityDraft(
            self.kind.member,
            _value(self.low),
            _value(self.high),
            self.what.text(),
            self.measure.measure,
            self.about.isChecked(),
        )
        try:
            made.check()
        except CaseError as error:
            raise FieldError(error, self.low) from error
        return made

    @property
    def is_empty(self) -> bool:
        """Whether no number was typed: such a line does not count."""
        return not self.low.text().strip() and not self.high.text().strip()

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.low.editingFinished.connect(self._on_low_left)
        self.high.textEdited.connect(self._on_high_typed)
        self.remove.clicked.connect(self.remove_wanted)
        for line in (self.low, self.high, self.what):
            line.textChanged.connect(self._say)
        self.measure.currentIndexChanged.connect(self._say)
        self.about.toggled.connect(self._say)

    def _lay_out(self, theme: Theme) -> None:
        px = theme.px
        first = QHBoxLayout()
        first.setSpacing(px(6))
        first.addWidget(self.kind, 3)
        first.addWidget(self.low, 2)
        first.addWidget(plain_label("–", self, tone="muted"))
        first.addWidget(self.high, 2)
        first.addWidget(self.measure)
        first.addWidget(self.remove)
        second = QHBoxLayout()
        second.setSpacing(px(8))
        second.addWidget(self.what, 1)
        second.addWidget(self.about)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(8), px(8), px(8))
        column.setSpacing(px(6))
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.reading)
        order = (self.kind, self.low, self.high, self.measure, self.what, self.about, self.remove)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _say(self) -> None:
        """Print it as it will be read."""
        try:
            draft = self.draft()
        except FieldError as error:
            self.reading.setText("" if self.is_empty else f"{error} {error.hint}".strip())
            return
        bounds = figures.bounded(draft.low, draft.high, is_approximate=draft.is_approximate)
        said = figures.with_things(bounds, draft.kind, draft.what.strip(), draft.measure)
        self.reading.setText(_("{figure} per claimant").format(figure=said))

    @Slot(int)
    def _on_kind_changed(self, _row: int) -> None:
        self.measure.offer(self.kind.member, self.measure.measure)
        self._say()

    @Slot()
    def _on_low_left(self) -> None:
        if not self._is_high_typed and not self.high.text():
            self.high.setText(self.low.text())

    @Slot(str)
    def _on_high_typed(self, _text: str) -> None:
        self._is_high_typed = True


def _number(value: float | None, placeholder: str, name: str) -> QLineEdit:
    line = fields.line("" if value is None else _typed(value), placeholder)
    line.setAccessibleName(name)
    line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return line


def _typed(value: float) -> str:
    """A number as it is read back: `3,125` of a Ukrainian would be taken for thousands."""
    shown = figures.numeral(value)
    return shown if digits(shown) == value else f"{value:.12g}"


def _value(line: QLineEdit) -> float | None:
    text = line.text().strip()
    if not text:
        return None
    if _NUMBER.fullmatch(text):
        try:
            return digits(text)
        except ValueError:
            pass  # such as 1.2.3: said below
    error = CaseError(
        _("“{text}” is not a number.").format(text=text), _("Write it as in 12, 1,200 or 3.5.")
    )
    raise FieldError(error, line)
