"""What is marked higher than the page it is printed on (TLP 2.0)."""

from collections.abc import Iterator

from caseboard.briefing import portions
from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.choosing import chosen, title
from caseboard.briefing.linter.finding import Finding, Rule, Where
from caseboard.briefing.linter.reading import Reading, of_claim, of_clip
from caseboard.i18n import _
from caseboard.model import markings
from caseboard.model.refs import short
from caseboard.model.terms import Marking


def found(reading: Reading) -> Iterator[Finding]:
    """Sections, exhibits, claims, notes and layers of another marking than the pages can carry.

    Nothing where the pages carry a classification of the analyst's own words: there is no telling
    what is above that.
    """
    if reading.briefing.classification.strip():
        return
    yield from _case(reading)
    for words, marking, where in _marked(reading):
        if markings.is_above(marking, reading.briefing.marking):
            yield _finding(words, marking, where)


def _case(reading: Reading) -> Iterator[Finding]:
    case, briefing = reading.dossier.case, reading.briefing
    if markings.is_above(case.marking, briefing.marking):
        yield Finding(
            Rule.ABOVE_MARKING,
            _("The case is {case}, and its pages say {page}.").format(
                case=case.marking.value, page=briefing.marking.value
            ),
            _("Mark the briefing as the case is, or export a release copy."),
            Where("marking"),
        )


def _marked(reading: Reading) -> Iterator[tuple[str, Marking | None, Where]]:
    dossier, kinds = reading.dossier, reading.kinds
    for kind in chosen(reading.briefing):
        words = _("Section “{title}”").format(title=title(kind))
        place = next(
            (n for n, row in enumerate(reading.briefing.sections) if row.get("kind") == kind), 0
        )
        where = Where("sections", place, anchor=kind.value)
        yield words, portions.own_marking(reading.briefing, kind), where
    for clip in dossier.clips:
        yield short(clip.ref), clip.marking, of_clip(clip)
    for claim in dossier.claims:
        yield short(claim.ref), claim.marking, of_claim(claim)
    if SectionKind.NOTES in kinds:
        for note in dossier.notes:
            where = Where(table="note", row_id=note.id, anchor="notes")
            yield _("A note"), None if note.is_private else note.marking, where
    if SectionKind.MAP in kinds:
        for layer in dossier.layers:
            where = Where(table="layer", row_id=layer.id, anchor="map")
            yield short(layer.ref), layer.marking if layer.is_shown else None, where


def _finding(words: str, marking: Marking | None, where: Where) -> Finding:
    told = _("{thing} is {marking}, above the page.").format(
        thing=words, marking=marking.value if marking else ""
    )
    hint = _("Mark the briefing {marking}, or export a release copy without it.").format(
        marking=marking.value if marking else ""
    )
    return Finding(Rule.ABOVE_MARKING, told, hint, where)
