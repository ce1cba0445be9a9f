"""Markings and rights as one chooses them: in a form's field, or from a menu."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtWidgets import QMenu, QWidget

from caseboard.i18n import _
from caseboard.model.terms import Marking, Reuse
from caseboard.ui.forms.fields import Choice
from caseboard.ui.lib.choices import add_choices


class Mark(StrEnum):
    """A marking of one's own, or that of the case."""

    CASE = ""
    CLEAR = Marking.CLEAR.value
    GREEN = Marking.GREEN.value
    AMBER = Marking.AMBER.value
    AMBER_STRICT = Marking.AMBER_STRICT.value
    RED = Marking.RED.value

    @property
    def marking(self) -> Marking | None:
        """As rows have it: None for that of the case."""
        return Marking(self.value) if self.value else None


def mark_of(marking: Marking | None) -> Mark:
    """The choice that stands for a marking."""
    return Mark(marking.value) if marking else Mark.CASE


def mark_name(mark: Mark) -> str:
    """What a choice is called."""
    return mark.value or _("As the case")


def reuse_name(reuse: Reuse) -> str:
    """Whether pictures may be printed again, as one answers."""
    return {
        Reuse.UNKNOWN: _("Not known"),
        Reuse.ALLOWED: _("Allowed"),
        Reuse.REFUSED: _("Refused"),
    }[reuse]


def marking_field(marking: Marking | None) -> Choice[Mark]:
    """A field for a marking; `member.marking` is what was chosen."""
    return Choice([(mark, mark_name(mark)) for mark in Mark], mark_of(marking))


def reuse_field(reuse: Reuse) -> Choice[Reuse]:
    """A field for the rights of pictures."""
    return Choice([(each, reuse_name(each)) for each in Reuse], reuse)


def marking_menu(
    choose: Callable[[Marking | None], None],
    parent: QWidget,
    current: Mark | None = None,
) -> QMenu:
    """A menu of markings; without `current` none is ticked, as for rows that differ."""
    menu = QMenu(_("Marking"), parent)
    options = [(mark, mark_name(mark)) for mark in Mark]
    add_choices(menu, options, lambda mark: choose(mark.marking), current)
    return menu


def reuse_menu(
    choose: Callable[[Reuse], None], parent: QWidget, current: Reuse | None = None
) -> QMenu:
    """A menu of answers to whether pictures may be printed in release copies."""
    menu = QMenu(_("Re-use of pictures"), parent)
    add_choices(menu, [(each, reuse_name(each)) for each in Reuse], choose, current)
    return menu
