"""Refs to what the case does not have: they are printed as they stand."""

from collections.abc import Iterator

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Finding, Rule, Where
from caseboard.briefing.linter.reading import Reading, cited
from caseboard.i18n import _


def found(reading: Reading) -> Iterator[Finding]:
    """Every such ref in what is printed: of the briefing, of notes and of claims."""
    for written in reading.written:
        for ref in cited(written.text):
            if not reading.is_known(ref.written):
                yield _unknown(ref.written, written.where(ref.start, ref.end))
    for text, where in _rows(reading):
        for ref in cited(text):
            if not reading.is_known(ref.written):
                yield _unknown(ref.written, where)


def _rows(reading: Reading) -> Iterator[tuple[str, Where]]:
    dossier, kinds = reading.dossier, reading.kinds
    if SectionKind.NOTES in kinds:
        for note in dossier.notes:
            if not note.is_private:
                yield note.text, Where(table="note", row_id=note.id, anchor="notes")
    if SectionKind.CLAIMS in kinds:
        for claim in dossier.claims:
            yield claim.assessment, Where(table="claim", row_id=claim.id, anchor="claims")
    if SectionKind.DISPUTES in kinds:
        for dispute in dossier.disputes:
            texts = (dispute.both_could_hold, dispute.implies_a, dispute.implies_b, dispute.reading)
            where = Where(table="dispute", row_id=dispute.id, anchor="disputes")
            yield "\n".join(texts), where


def _unknown(written: str, where: Where) -> Finding:
    return Finding(
        Rule.UNKNOWN_REF,
        _("The case has no {ref}, at least not at the cut-off.").format(ref=written),
        _("Correct it: type [[ and choose. As it is, it is printed as it stands."),
        where,
    )
