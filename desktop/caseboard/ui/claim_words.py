"""Claims in words: what a row, a column and a cell of them say to the eye and to a reader."""

from caseboard.analysis.matrix import Cell, Column, Grouping, Line, Mark, Order
from caseboard.analysis.standing import Standing, status_name
from caseboard.briefing.words import grade
from caseboard.i18n import _, ngettext
from caseboard.model import ladders, moments
from caseboard.model.ledger import Voice
from caseboard.model.refs import short
from caseboard.model.terms import Ladder
from caseboard.ui import words

NOTHING = "—"


def order_word(order: Order) -> str:
    """How claims follow each other."""
    return {
        Order.DISPUTED: _("disputed first"),
        Order.NEWEST: _("newest first"),
        Order.TIME: _("by time of event"),
        Order.ORIGINS: _("most origins first"),
        Order.STATUS: _("by status"),
    }[order]


def grouping_word(grouping: Grouping) -> str:
    """What claims stand together by."""
    return {
        Grouping.NONE: _("nothing"),
        Grouping.EVENT: _("event"),
        Grouping.PLACE: _("place"),
        Grouping.STATUS: _("status"),
    }[grouping]


def weight(standing: Standing) -> str:
    """`2 for · 1 against · 2 origins`."""
    return _("{supports} for · {contradicts} against · {origins}").format(
        supports=standing.supports,
        contradicts=standing.contradicts,
        origins=ngettext("{n} origin", "{n} origins", standing.independent),
    )


def rests_on(standing: Standing) -> str:
    """`3 reports, 2 independent origins`."""
    return _("{reports}, {origins}").format(
        reports=ngettext("{n} report", "{n} reports", standing.reports),
        origins=ngettext("{n} independent origin", "{n} independent origins", standing.independent),
    )


def status_words(standing: Standing) -> str:
    """`disputed`, and whose word that is where it is the analyst's."""
    name = status_name(standing.status)
    if not standing.is_overridden:
        return name
    return _("{status}, on the analyst’s word").format(status=name)


def when_words(line: Line) -> str:
    """When the event was; empty where that is not known."""
    return moments.show(line.claim.event_time) if line.claim.event_time else ""


def assessed_word(line: Line, ladder: Ladder) -> str:
    """The word of the case's ladder for how likely it is; empty while nobody has said."""
    band = line.claim.band
    return "" if band is None else ladders.rung(ladder, band).word


def line_words(line: Line) -> str:
    """All that a row shows, as a screen reader says it."""
    parts = (
        short(line.claim.ref),
        line.claim.statement,
        status_words(line.standing),
        when_words(line),
        weight(line.standing),
    )
    return ", ".join(part for part in parts if part)


def heading_words(title: str, claims: int, *, is_open: bool) -> str:
    """`13 Nov 2024, 4 claims, unfolded`."""
    counted = ngettext("{n} claim", "{n} claims", claims)
    return f"{title}, {counted}, {_('unfolded') if is_open else _('folded')}"


def column_words(column: Column) -> str:
    """`General Staff: B, usually reliable; interested party; 12 reports`."""
    voice = column.voice
    parts = [
        _("{name}: {grade}").format(name=voice.name, grade=words.reliability(voice.reliability))
    ]
    if voice.interested:
        parts.append(_("interested party"))
    parts.append(ngettext("{n} report", "{n} reports", column.reports))
    return "; ".join(parts)


def grade_line(voice: Voice) -> str:
    """What stands under the name of a claimant: `B`, or `B · interested`."""
    letter = voice.reliability.value
    return _("{letter} · interested").format(letter=letter) if voice.interested else letter


def cell_words(voice: Voice, cell: Cell | None) -> str:
    """`General Staff: supports, grade B 2, 3 reports; contradicts, grade B 4`."""
    if cell is None:
        return _("{name}: says nothing of it").format(name=voice.name)
    said = "; ".join(
        ", ".join(
            (
                words.term(mark.stance),
                _("grade {grade}").format(grade=grade(voice.reliability, mark.credibility)),
                ngettext("{n} report", "{n} reports", mark.reports),
            )
        )
        for mark in cell.marks
    )
    return _("{name}: {said}").format(name=voice.name, said=said)


def mark_word(mark: Mark) -> str:
    """`supports`, or `supports ×3` for several reports."""
    word = words.term(mark.stance)
    return f"{word} ×{mark.reports}" if mark.reports > 1 else word
