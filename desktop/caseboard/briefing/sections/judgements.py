"""Key judgements, numbered, each with its likelihood, and the confidence in them apart from it."""

from collections.abc import Iterable

from caseboard.analysis.likelihood_words import likelihoods
from caseboard.briefing.blocks import (
    Block,
    Entry,
    Fact,
    Facts,
    Gauge,
    Listing,
    Paragraph,
    Run,
    Yardstick,
    text_of,
)
from caseboard.briefing.making import Making
from caseboard.briefing.markdown import inline
from caseboard.briefing.words import term
from caseboard.i18n import _
from caseboard.model import ladders
from caseboard.model.ladders import Rung
from caseboard.model.terms import Ladder


def judgement_anchor(number: int) -> str:
    """Where a judgement stands, by its number from 1."""
    return f"judgement-{number}"


def made(making: Making) -> tuple[Block, ...]:
    """Judgements as the analyst wrote them, confidence on a line of its own, and the key.

    Any of them may be missing; there is no key to words that no judgement uses.
    """
    written = [text for text in making.briefing.judgements if text.strip()]
    entries = tuple(_entry(making, number, text) for number, text in enumerate(written, 1))
    listing = (Listing(entries),) if entries else ()
    gauges = (entry.gauge for entry in entries if entry.gauge is not None)
    return (*listing, *_confidence(making), *_key(making, gauges))


def _entry(making: Making, number: int, text: str) -> Entry:
    runs = inline(text)
    return Entry(
        Run(f"{number}.", bold=True),
        (Paragraph(making.citations.resolve(runs)),),
        anchor=judgement_anchor(number),
        gauge=_gauge(making, text_of(runs)),
    )


def _gauge(making: Making, text: str) -> Gauge | None:
    """How likely it is said to be; nothing where it says so in no way or in two."""
    ladder = making.case.ladder
    bands = {found.bands.get(ladder) for found in likelihoods(text)}
    band = bands.pop() if len(bands) == 1 else None
    return None if band is None else _drawn(ladders.rung(ladder, band))


def _drawn(rung: Rung) -> Gauge:
    return Gauge(rung.word, rung.low, rung.high, rung.chances)


def _key(making: Making, used: Iterable[Gauge]) -> tuple[Block, ...]:
    words = frozenset(gauge.word for gauge in used)
    if not words:
        return ()
    rungs = tuple(map(_drawn, ladders.rungs(making.case.ladder)))
    return (Yardstick(_ladder(making.case.ladder), rungs, words),)


def _ladder(ladder: Ladder) -> str:
    """What the standard is called that the words are taken from."""
    return {
        Ladder.ICD203: _("Words of likelihood after ICD 203"),
        Ladder.PHIA: _("Words of likelihood after the PHIA yardstick"),
    }[ladder]


def _confidence(making: Making) -> tuple[Block, ...]:
    confidence = making.briefing.confidence
    if confidence is None:
        return ()
    value = [Run(_begun(term(confidence)), bold=True)]
    if basis := making.briefing.confidence_basis.strip():
        value += [Run(". "), *making.citations.resolve(inline(basis))]
    return (Facts((Fact(_("Confidence"), tuple(value)),)),)


def _begun(word: str) -> str:
    return word[:1].upper() + word[1:]
