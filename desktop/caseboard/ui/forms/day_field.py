"""A field for one day, which says at once how it was understood."""

import re
from datetime import timedelta

from PySide6.QtCore import Signal
from typing_extensions import override

from caseboard.commands.gaps import is_day
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.ui import gap_words
from caseboard.ui.forms.fields import FieldError
from caseboard.ui.forms.typed_moment import edtf_of
from caseboard.ui.forms.understood_field import UnderstoodField
from caseboard.ui.lib.theme import Theme


class DayField(UnderstoodField):
    """A day as ISO 8601, as it is printed, or `today` and `tomorrow`; under it what it means."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, day: str = "") -> None:
        super().__init__(theme, name, moments.show(day) if day else "", _("14 Nov 2026, tomorrow"))
        self._counts_down = True
        self.line.textEdited.connect(self.changed)
        self.read()

    def day(self) -> str:
        """What was typed, as ISO 8601; raises `FieldError` where it is not one day."""
        try:
            return day_of(self.line.text())
        except CaseError as error:
            raise FieldError(error, self.line) from error

    def show_day(self, day: str) -> None:
        """Show another day, unless what is typed is the same one."""
        try:
            if self.day() == day:
                return
        except FieldError:
            if self.line.hasFocus():
                return  # it is being typed
        self.line.setText(moments.show(day) if day else "")

    def count_down(self, *, is_on: bool) -> None:
        """Say how far off the day is, or only which day it is."""
        self._counts_down = is_on
        self.read()

    @override
    def understood(self) -> tuple[str, bool]:
        """Which day it is, and how far off."""
        try:
            day = self.day()
        except CaseError as error:
            return f"{error} {error.hint}".strip(), True
        if not day:
            return "", False
        shown = moments.show(day)
        parts = ("" if shown == self.line.text().strip() else shown, self._far(day))
        return ", ".join(part for part in parts if part), False

    def _far(self, day: str) -> str:
        return gap_words.due(day) if self._counts_down else ""


def day_of(typed: str) -> str:
    """The day that `typed` names, empty for nothing; raises `CaseError` where it names none."""
    text = " ".join(typed.split())
    near = {_("today").casefold(): 0, "today": 0, _("tomorrow").casefold(): 1, "tomorrow": 1}
    if text.casefold() in near:
        return (gap_words.today() + timedelta(days=near[text.casefold()])).isoformat()
    if not text or is_day(text):
        return text
    wrong = CaseError(
        _("“{text}” is not one day.").format(text=text), _("Write it as in 14 Nov 2026.")
    )
    year = _YEAR.search(text)
    if year is None:
        raise wrong
    try:  # dates are read as newspapers print them, and those never lie ahead
        past = edtf_of(_YEAR.sub(PAST, text, count=1))
    except CaseError as error:
        raise wrong from error
    day = past.replace(PAST, year[0], 1)
    if not is_day(past) or not is_day(day):
        raise wrong
    return day


PAST = "2020"
"""A leap year that is over."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
