"""Sources described in words: what they are, how reliable, and whether they have a stake."""

from caseboard.briefing.making import Making
from caseboard.briefing.words import country, reliability, term
from caseboard.i18n import _
from caseboard.model.entities import Source


def kind(source: Source) -> str:
    """`official body, Ukraine, a party to what it speaks of`."""
    where = country(source.country)
    said = f"{term(source.kind)}, {where}" if where else term(source.kind)
    if source.interested:
        return _("{kind}, a party to what it speaks of").format(kind=said)
    return said


def descriptor(source: Source) -> str:
    """`News agency, Ukraine; usually reliable.`: what ICS 206-01 asks a citation to say."""
    said = _("{kind}; {reliability}.").format(
        kind=kind(source), reliability=reliability(source.reliability)
    )
    return begun(said)


def begun(text: str) -> str:
    """With a capital at its beginning."""
    return text[:1].upper() + text[1:]


def voices(making: Making) -> list[Source]:
    """The publishers of what was cited, then claimants and relays of the case, each once."""
    wanted = [clip.source_id for _number, clip in making.citations.cited()]
    for report in making.dossier.reports:
        relays = making.index.relays.get(report.id, [])
        wanted += [report.claimant_id, *(relay.source_id for relay in relays)]
    found = (making.index.sources.get(id_ or "") for id_ in dict.fromkeys(wanted))
    return [source for source in found if source is not None]
