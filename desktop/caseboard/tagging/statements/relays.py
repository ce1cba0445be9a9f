"""From a saying to a draft of a report: whose word it is, and through whom it came."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from caseboard.i18n import _
from caseboard.model.terms import SourceKind
from caseboard.tagging.context import Context
from caseboard.tagging.document import Document, Span
from caseboard.tagging.found import Found
from caseboard.tagging.gazetteer.naming import key as fold
from caseboard.tagging.statements import channels, outcomes, speakers
from caseboard.tagging.statements.attribution import Attribution, Manner
from caseboard.tagging.statements.speakers import Voice
from caseboard.tagging.suggestions import (
    Kind,
    LocationSuggestion,
    Speaker,
    StatementSuggestion,
    TimeSuggestion,
)

_CARRIERS = frozenset((SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.SOCIAL, SourceKind.MONITOR))
"""Who rests on others when citing them; an official who cites somebody speaks for himself."""
_TOLD = frozenset((SourceKind.AGENCY, SourceKind.OUTLET))
_MOST = 0.95
_NOBODY = 0.4
_THOUGHT = 0.5


def complete(
    document: Document, attribution: Attribution, found: Found, context: Context
) -> StatementSuggestion | None:
    """The draft of a report; None where nothing is said, or the case has turned it down."""
    start, end = attribution.content_start, attribution.content_end
    surface = document.text[start:end]
    if not any(map(str.isalnum, surface)) or _is_rejected(surface, context):
        return None
    claimant, relays = _chain(document, attribution, found, context)
    places = _places(attribution, found)
    said, happened = _times(attribution, found)
    return StatementSuggestion(
        start=start,
        end=end,
        surface=surface,
        score=_score(attribution, claimant),
        reason=_reason(attribution, claimant, relays),
        claimant=claimant.speaker if claimant else None,
        relays=tuple(relays),
        verb=attribution.verb,
        is_quote=attribution.is_quote,
        said_when=said,
        event_time=happened,
        place_keys=tuple(dict.fromkeys(place.key for place in places)),
        outcome=outcomes.main(surface),
    )


def without_ways(statements: Sequence[StatementSuggestion]) -> list[StatementSuggestion]:
    """Without those that only tell the way of another within them.

    `Russia's Defense Ministry said it took the town, according to TASS` is the ministry's word
    through TASS, and no word of TASS besides. `statements` are in reading order.
    """
    kept: list[StatementSuggestion] = []
    for statement in statements:
        outer = kept[-1] if kept else None
        if outer is not None and _is_way(outer, statement):
            kept.pop()
        kept.append(statement)
    return kept


def _is_way(outer: StatementSuggestion, inner: StatementSuggestion) -> bool:
    if outer.claimant is None or not outer.start <= inner.start < inner.end <= outer.end:
        return False
    return any(relay.name == outer.claimant.name for relay in inner.relays)


def _is_rejected(surface: str, context: Context) -> bool:
    return bool(context.rejected) and (Kind.STATEMENT, fold(surface)) in context.rejected


def _chain(
    document: Document, attribution: Attribution, found: Found, context: Context
) -> tuple[Voice | None, list[Speaker]]:
    """Whose word it is, and who passed it on, nearest the claimant first."""

    def resolved(spans: Iterable[Span]) -> list[Voice]:
        return [speakers.resolve(document, span, found, context) for span in spans]

    span = attribution.speaker
    meant = attribution.stands_for
    speaker = speakers.resolve(document, span, found, context, meant=meant) if span else None
    cited = resolved(attribution.cited or channels.cited(document, attribution))
    told = resolved(attribution.told or channels.told(document, attribution))
    passed = [voice.speaker for voice in told if voice.speaker.kind in _TOLD]
    if cited and (speaker is None or speaker.speaker.kind in _CARRIERS):
        passed += [voice.speaker for voice in reversed(cited[1:])]
        passed += [speaker.speaker] if speaker else []
        speaker = cited[0]
    own = speakers.outlet(context)
    passed += [own] if own else []
    return speaker, _each_once(passed, speaker)


def _each_once(passed: Sequence[Speaker], claimant: Voice | None) -> list[Speaker]:
    seen = {claimant.speaker.name.casefold()} if claimant else set()
    relays = []
    for relay in passed:
        if relay.name.casefold() not in seen:
            seen.add(relay.name.casefold())
            relays.append(relay)
    return relays


def _places(attribution: Attribution, found: Found) -> list[LocationSuggestion]:
    """The places in what is said, else those of its sentence."""
    within = _between(found.locations, attribution.content_start, attribution.content_end)
    sentence = attribution.sentence
    return within or _between(found.locations, sentence.start, sentence.end)


def _between(
    locations: Sequence[LocationSuggestion], start: int, end: int
) -> list[LocationSuggestion]:
    at = bisect_left(locations, start, key=lambda location: location.start)
    some = []
    while at < len(locations) and locations[at].start < end:
        some.append(locations[at])
        at += 1
    return some


def _times(attribution: Attribution, found: Found) -> tuple[str, str]:
    """When it was said, by the time nearest the verb, and when it happened."""
    start, end = attribution.content_start, attribution.content_end
    sentence = attribution.sentence
    cue = attribution.cue_start if attribution.cue_start is not None else sentence.start
    low, high = min(start, sentence.start), max(end, sentence.end)
    at = bisect_left(found.times, low, key=lambda time: time.start)
    said: list[TimeSuggestion] = []
    happened: list[TimeSuggestion] = []
    while at < len(found.times) and found.times[at].start < high:
        time = found.times[at]
        inside = start <= time.start < end
        if inside or sentence.holds(time.start, time.end):
            (happened if inside else said).append(time)
        at += 1
    nearest = min(said, key=lambda time: abs(time.start - cue), default=None)
    return (nearest.edtf if nearest else "", happened[0].edtf if happened else "")


def _score(attribution: Attribution, claimant: Voice | None) -> float:
    sureness = claimant.sureness if claimant else _NOBODY
    manner = _THOUGHT if attribution.manner is Manner.THOUGHT else 1.0
    return round(min(_MOST, attribution.strength * sureness * manner), 3)


def _reason(attribution: Attribution, claimant: Voice | None, relays: Sequence[Speaker]) -> str:
    if claimant is None:
        return _("a quotation whose speaker is not named")
    who = claimant.speaker.name
    through = ", ".join(relay.name for relay in relays)
    if claimant.person and claimant.person != who:
        who = _("{person} for {source}").format(person=claimant.person, source=who)
    is_verbatim = attribution.manner is Manner.QUOTE
    how = _("words of {who}") if is_verbatim else _("attributed to {who}")
    reason = how.format(who=who)
    return (
        _("{reason}, through {relays}").format(reason=reason, relays=through) if through else reason
    )
