"""Reads the Cyrillic words of a text for names of places."""

from collections.abc import Iterator, Mapping, Sequence

from caseboard.tagging.context import Context
from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.gazetteer.entry import Entry, EntryKind
from caseboard.tagging.gazetteer.naming import key
from caseboard.tagging.places import slavic_words as tables
from caseboard.tagging.places.mention import Evidence, Mention
from caseboard.tagging.places.slavic_acting import acting
from caseboard.tagging.places.slavic_forms import CONNECTORS, nominatives
from caseboard.tagging.places.slavic_names import entries as look_up
from caseboard.tagging.places.slavic_regions import directions, regional
from caseboard.tagging.places.slavic_text import SPACES, SlavicText
from caseboard.tagging.places.slavic_weight import Seen, weigh
from caseboard.tagging.suggestions import Place

_MOST_WORDS = 4
_ACRONYM = 5
_LEAST_WEIGHT = 0.1
Known = Mapping[str, Sequence[Place]]


def cyrillic(document: Document, context: Context, found: Found) -> Iterator[Mention]:
    """The mentions among the Cyrillic words, in reading order; hardly likely ones left out."""
    text = SlavicText(document)
    known = _known(context)
    at = 0
    while at < len(text.words):
        word = text.words[at]
        seen: Sequence[Seen] = ()
        if text.is_capital(at) and not found.is_taken(word.start, word.end):
            seen = regional(text, at) or directions(text, at) or _longest(text, at, known)
        for each in seen:
            mention = _mention(text, each)
            if mention.weight >= _LEAST_WEIGHT:
                yield mention
        at = max([at, *(each.last for each in seen)]) + 1


def _longest(text: SlavicText, at: int, known: Known) -> Sequence[Seen]:
    """The longest name that begins at a word."""
    for last in reversed(_lasts(text, at)):
        seen = _look_up(text, at, last, known)
        if seen is not None:
            return [seen]
    return []


def _lasts(text: SlavicText, at: int) -> Sequence[int]:
    """Where a name that begins at a word may end."""
    lasts = [at]
    while lasts[-1] - at + 1 < _MOST_WORDS and text.joins(lasts[-1]):
        after = lasts[-1] + 1
        if text.is_capital(after):
            lasts.append(after)
        elif text.words[after].text in CONNECTORS and text.joins(after):
            if not text.is_capital(after + 1):
                break
            lasts.append(after + 1)
        elif len(lasts) == 1 and _is_tail(text, after):
            lasts.append(after)
            break
        else:
            break
    return lasts


def _is_tail(text: SlavicText, at: int) -> bool:
    """A word in lower case that ends a name: `Балтійське море`, `Білий дім`."""
    if not text.words[at].text[0].islower():
        return False
    lemmas = frozenset(text.lemmas(at))
    return any(
        lemmas & (tables.words("after", each).keys() | tables.power_tails(each))
        for each in text.languages
    )


def _look_up(text: SlavicText, at: int, last: int, known: Known) -> Seen | None:
    words = [word.text for word in text.words[at : last + 1]]
    kinds = type_before(text, at)
    called = _names(text, words)
    for name in called:
        for language in text.languages_of(words[0]):
            if name in tables.powers(language):
                return Seen(at, last, (name,), government=tables.powers(language)[name])
    names = tuple(name for name in called if look_up(name) or key(name) in known)
    if not names:
        return _unlisted(text, at, kinds) if at == last else None
    places = tuple(place for name in names for place in known.get(key(name), ()))
    entries = entries_of(names, kinds)
    is_typed = bool(kinds) and (not entries or any(entry.kind in kinds for entry in entries))
    return Seen(at, last, names, entries, places, kinds, is_typed)


def _names(text: SlavicText, words: Sequence[str]) -> Sequence[str]:
    if len(words) == 1 and words[0].isupper() and len(words[0]) < _ACRONYM:
        return [words[0].casefold()]
    languages = sorted({each for word in words for each in text.languages_of(word)}, reverse=True)
    return nominatives(words, languages)


def _unlisted(text: SlavicText, at: int, kinds: frozenset[EntryKind]) -> Seen | None:
    """A place the gazetteer does not have, where the dictionary or a word beside it tells."""
    read = text.forms(at)
    if any(form.is_adjective for form in read) and not kinds:
        return None
    if text.words[at].text.isupper():
        return None
    listed = [form for form in read if form.is_place and form.is_known]
    if not listed and kinds:
        listed = [form for form in read if form.is_noun and not form.is_known][:1]
    if not listed or (not kinds and any(form.is_common or form.person for form in read)):
        return None
    names = tuple(dict.fromkeys(form.nominative for form in listed))
    return Seen(at, at, names, kinds=kinds, is_typed=bool(kinds))


def entries_of(names: Sequence[str], kinds: frozenset[EntryKind]) -> tuple[Entry, ...]:
    """The places of these names; of the kinds alone, where there are such."""
    found = {entry.id: entry for name in names for entry in look_up(name)}
    wanted = [entry for entry in found.values() if entry.kind in kinds]
    return tuple(wanted or found.values())


def type_before(text: SlavicText, at: int) -> frozenset[EntryKind]:
    """The kinds the word before asks for: `місто Ізюм`, `м. Харків`; not `2016 р. Росія`."""
    if at == 0:
        return frozenset()
    gap = text.gap(at - 1)
    word = text.words[at - 1].text
    if gap.startswith("."):
        if gap[1:] not in {"", *SPACES} or (at > 1 and text.words[at - 2].text[-1].isdigit()):
            return frozenset()
        lemmas: Sequence[str] = [word if len(word) == 1 else word.casefold()]
    elif gap in SPACES:
        lemmas = [lemma for lemma in text.lemmas(at - 1) if len(lemma) > 2]
    else:
        return frozenset()
    for language in text.languages_of(word):
        types = tables.words("before", language)
        kinds = next((types[lemma] for lemma in lemmas if lemma in types), None)
        if kinds:
            return kinds
    return frozenset()


def _known(context: Context) -> Known:
    known: dict[str, list[Place]] = {}
    for place in context.places:
        for name in (place.name, *place.aliases):
            known.setdefault(key(name), []).append(place)
    return known


def _mention(text: SlavicText, seen: Seen) -> Mention:
    start, end = text.words[seen.first].start, text.words[seen.last].end
    surface = text.document.text[start:end]
    weight = weigh(text, seen)
    evidence = weight.evidence
    government = seen.government or acting(text, seen)
    if government:
        evidence |= {Evidence.METONYM}
    if seen.is_adjective:
        evidence |= {Evidence.ADJECTIVE}
    if key(surface) not in {key(name) for name in seen.names}:
        evidence |= {Evidence.INFLECTED}
    return Mention(
        start=start,
        end=end,
        surface=surface,
        names=seen.names,
        entries=seen.entries,
        known=seen.known,
        kinds=seen.kinds,
        evidence=evidence,
        weight=weight.value,
        government=government,
    )
