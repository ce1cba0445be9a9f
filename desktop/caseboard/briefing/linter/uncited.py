"""Sentences that say where nothing comes from (ICD 206)."""

from collections.abc import Iterator

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Finding, Rule
from caseboard.briefing.linter.reading import Reading, Written
from caseboard.i18n import _


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
    for each in written.sentences():
        if any(letter.isalpha() for letter in each.text) and not reading.cites(each.text):
            words = _("Judgement {number} says without a source: “{quote}”")
            yield Finding(
                Rule.UNCITED,
                words.format(number=written.number, quote=_short(each.text)),
                hint,
                written.where(each.start, each.start + len(each.text)),
            )


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
