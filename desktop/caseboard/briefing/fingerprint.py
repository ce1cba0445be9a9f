"""A short name for what a briefing says: another word anywhere, and it is another."""

from collections.abc import Iterator
from hashlib import sha256

from caseboard.briefing.blocks import Outline, Section, text_of
from caseboard.briefing.walk import paragraphs

_DIGITS = 16
_BETWEEN = "\x1f"


def fingerprint(outline: Outline) -> str:
    """`3f2a 9c41 77b0 e1d2`: the first 64 bits of the SHA-256 of its text, in every format alike.

    It tells printed copies apart; what proves a file is the SHA-256 of the file.
    """
    digest = sha256(_BETWEEN.join(_texts(outline)).encode("utf-8", "surrogatepass"))
    digits = digest.hexdigest()[:_DIGITS]
    return " ".join(digits[start : start + 4] for start in range(0, _DIGITS, 4))


def _texts(outline: Outline) -> Iterator[str]:
    head = outline.head
    yield from (outline.marking.value, outline.classification, outline.imprint, outline.language)
    yield from (head.kicker, head.title, head.question)
    for fact in head.facts:
        yield from (fact.label, text_of(fact.value))
    for section in outline.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield from (section.kind.value, section.title, section.marking)
    for paragraph in paragraphs(section):
        yield text_of(paragraph.runs)
