"""Sentences that say where nothing comes from (ICD 206)."""

import re
from collections.abc import Iterator

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Finding, Rule
from caseboard.briefing.linter.reading import Reading, Written
from caseboard.i18n import _

_AFTER = re.compile(r"[.!?…][”\"»)]*\s*(?:\[\[[^\[\]]*\]\]\s*)+(?=[“\"«(]?[^\W\d_a-zа-яіїєґ])")
"""A stop with refs behind it, and what begins a sentence after them."""


def found(reading: Reading) -> Iterator[Finding]:
    """Sentences of judgements without a ref, and bottom lines and reported facts without any."""
    hint = _("Type [[ and choose the exhibit or claim it rests on.")
    for written in reading.of(SectionKind.JUDGEMENTS):
        if written.field == "judgements":
            yield from _sentences(reading, written, hint)
    for written in reading.of(SectionKind.BOTTOM_LINE):
        if not reading.cites(written.text):
            yield Finding(Rule.UNCITED, _("The bottom line cites nothing."), hint, written.where())
    for written in reading.of(SectionKind.SITUATION):
        for start, line in _paragraphs(written.text):
            if not reading.cites(line) and not line.startswith("#"):
                words = _("A reported fact cites nothing: “{quote}”")
                where = written.where(start, start + len(line))
                yield Finding(Rule.UNCITED, words.format(quote=_short(line)), hint, where)


def _sentences(reading: Reading, written: Written, hint: str) -> Iterator[Finding]:
    for start, text in _parted(written):
        if any(letter.isalpha() for letter in text) and not reading.cites(text):
            words = _("Judgement {number} says without a source: “{quote}”")
            yield Finding(
                Rule.UNCITED,
                words.format(number=written.number, quote=_short(text)),
                hint,
                written.where(start, start + len(text)),
            )


def _parted(written: Written) -> Iterator[tuple[int, str]]:
    """Its sentences with where they begin; a ref after the stop is of the sentence before."""
    for each in written.sentences():
        start = 0
        for after in _AFTER.finditer(each.text):
            yield each.start + start, each.text[start : after.end()].rstrip()
            start = after.end()
        yield each.start + start, each.text[start:]


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """What stands between empty lines, or is a line of a list, with where it begins."""
    start = 0
    for line in text.splitlines(keepends=True):
        inner = line.strip()
        if inner:
            yield start + line.index(inner), inner
        start += len(line)


def _short(text: str, most: int = 60) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[:most].rsplit(' ', 1)[0]} …"
