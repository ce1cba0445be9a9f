"""Key judgements, numbered, and the confidence in them on a line of its own."""

from caseboard.briefing.blocks import Block, Entry, Fact, Facts, Listing, Paragraph, Run
from caseboard.briefing.making import Making
from caseboard.briefing.markdown import inline
from caseboard.briefing.words import term
from caseboard.i18n import _


def made(making: Making) -> tuple[Block, ...]:
    """Judgements as the analyst wrote them, then confidence; either may be missing."""
    return (*_judgements(making), *_confidence(making))


def _judgements(making: Making) -> tuple[Block, ...]:
    written = [text for text in making.briefing.judgements if text.strip()]
    if not written:
        return ()
    entries = (
        Entry(Run(f"{number}.", bold=True), (Paragraph(making.citations.resolve(inline(text))),))
        for number, text in enumerate(written, 1)
    )
    return (Listing(tuple(entries)),)


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
