"""What the analyst judges otherwise than in the version before, told in sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher

from caseboard.analysis.likelihood_words import likelihoods
from caseboard.briefing.blocks import Run, Runs, Tone, filled
from caseboard.briefing.making import Making
from caseboard.briefing.sections.judgements import judgement_anchor
from caseboard.briefing.words import minute, term
from caseboard.i18n import _
from caseboard.model.net_change import Since

_REFS = re.compile(r"\[\[[^\]]*\]\]|[*_`]")
_ALIKE = 0.5
"""The share of two wordings that is the same where one came of the other."""


def told(making: Making, since: Since) -> Iterator[Runs]:
    """Judgements, confidence, bottom line, assumptions, cut-off: a sentence for each change."""
    yield from _judgements(making, since)
    yield from _confidence(making, since)
    now, then = making.briefing, since.briefing
    if _plain(now.bottom_line) != _plain(then.bottom_line):
        yield (Run(_bottom_line(now.bottom_line.strip(), then.bottom_line.strip())),)
    if [each.get("text") for each in now.assumptions] != [
        each.get("text") for each in then.assumptions
    ]:
        yield (Run(_("The assumptions were changed.")),)
    yield from _cutoff(then.cutoff, now.cutoff)


def _bottom_line(now: str, then: str) -> str:
    if not then:
        return _("The bottom line is new.")
    return _("The bottom line was rewritten.") if now else _("The bottom line was dropped.")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A judgement now and the one it came of, by number from 1; either may be missing."""

    now: int | None
    then: int | None


def _judgements(making: Making, since: Since) -> Iterator[Runs]:
    now = [text for text in making.briefing.judgements if text.strip()]
    then = [text for text in since.briefing.judgements if text.strip()]
    for pair in _pairs(now, then):
        if pair.now is None:
            said = _("Judgement {number} of version {version} was dropped.")
            yield (Run(said.format(number=pair.then, version=since.version)),)
            continue
        name = Run(
            _("Judgement {number}").format(number=pair.now),
            tone=Tone.ACCENT,
            link=judgement_anchor(pair.now),
        )
        if pair.then is None:
            yield filled(_("{judgement} is new."), judgement=(name,))
        else:
            yield from _reworded(name, now[pair.now - 1], then[pair.then - 1])


def _reworded(name: Run, now: str, then: str) -> Iterator[Runs]:
    if _plain(now) == _plain(then):
        return
    is_now, was = _likelihood(now), _likelihood(then)
    if is_now and was and is_now.casefold() != was.casefold():
        sentence = _("{judgement} now says {now}; it said {before}.")
        yield filled(sentence, judgement=(name,), now=(Run(is_now, bold=True),), before=(Run(was),))
    else:
        yield filled(_("{judgement} was reworded."), judgement=(name,))


def _likelihood(text: str) -> str:
    return ", ".join(found.word for found in likelihoods(_plain(text)))


def _pairs(now: Sequence[str], then: Sequence[str]) -> Iterator[_Pair]:
    """Each judgement with what it came of: the same words, or else those most alike."""
    left = dict(enumerate(map(_plain, then), 1))
    found: dict[int, int] = {}
    wordings = list(enumerate(map(_plain, now), 1))
    for number, text in wordings:
        same = next((other for other, old in left.items() if old == text), None)
        if same is not None:
            found[number] = same
            del left[same]
    for number, text in wordings:
        if number in found or not left:
            continue
        likest = max(left, key=lambda other: _alike(text, left[other]))
        if _alike(text, left[likest]) >= _ALIKE:
            found[number] = likest
            del left[likest]
    for number, _text in wordings:
        yield _Pair(number, found.get(number))
    for number in left:
        yield _Pair(None, number)


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _plain(text: str) -> str:
    """The words alone, without refs and emphasis."""
    return " ".join(_REFS.sub("", text).split())


def _confidence(making: Making, since: Since) -> Iterator[Runs]:
    now, then = making.briefing.confidence, since.briefing.confidence
    if now is then:
        return
    words = {
        "now": (Run(term(now) if now else _("not stated"), bold=True),),
        "before": (Run(term(then) if then else _("not stated")),),
    }
    yield filled(_("Confidence is now {now}; it was {before}."), **words)


def _cutoff(then: datetime | None, now: datetime | None) -> Iterator[Runs]:
    if now is not None and now != then:
        said = _("The information cut-off is now {when}.").format(when=minute(now))
        yield (Run(said),)
