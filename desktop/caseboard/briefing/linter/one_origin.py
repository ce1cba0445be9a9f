"""Judgements that rest on one voice alone, however many repeat it."""

from collections.abc import Iterator

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Finding, Rule
from caseboard.briefing.linter.reading import Reading, listed
from caseboard.i18n import _
from caseboard.model.terms import Stance


def found(reading: Reading) -> Iterator[Finding]:
    """Each judgement whose claims, or exhibits where it cites no claim, have one origin."""
    for written in reading.of(SectionKind.JUDGEMENTS):
        if written.field != "judgements":
            continue
        origins = _origins(reading, written.text)
        if len(origins) != 1:
            continue
        (name,) = origins.values()
        refs = [claim.ref for claim in reading.claims(written.text)]
        refs += [clip.ref for clip in reading.clips(written.text)]
        words = _("Judgement {number} rests on one origin, {name} ({refs}).")
        yield Finding(
            Rule.ONE_ORIGIN,
            words.format(number=written.number, name=name, refs=listed(refs)),
            _("Cite what bears it out independently, or say in it that one origin says so."),
            written.where(),
        )


def _origins(reading: Reading, text: str) -> dict[str, str]:
    """Who stands behind what a text cites: names by the id of their source.

    Claims are told by who supports them; exhibits alone by the claimants they report, or else by
    who published them.
    """
    claims = reading.claims(text)
    if claims:
        standings = (reading.standings.get(claim.id) for claim in claims)
        return {
            origin.source_id: origin.name
            for standing in standings
            if standing is not None
            for origin in standing.origins
            if Stance.SUPPORTS in origin.stances
        }
    origins: dict[str, str] = {}
    for clip in reading.clips(text):
        told: list[str] = [
            report.claimant_id
            for report in reading.dossier.reports
            if (at := reading.index.clip_of(report.anchor_id)) is not None and at.id == clip.id
        ]
        for source in told or [clip.source_id or clip.id]:
            origins[source] = reading.index.name(source) or clip.site or clip.ref
    return origins
