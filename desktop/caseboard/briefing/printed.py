"""What an outline prints of a case: which exhibits and claims, and what is said on their word."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from caseboard.analysis.sentences import sentences
from caseboard.briefing.blocks import Outline, Run, Runs, Section, SectionKind
from caseboard.briefing.walk import anchors_of, paragraphs
from caseboard.model.refs import short

STATED = frozenset(
    {
        *(SectionKind.BOTTOM_LINE, SectionKind.CHANGES, SectionKind.SITUATION),
        *(SectionKind.ASSESSMENT, SectionKind.ALTERNATIVES, SectionKind.NOTES),
    }
)
"""Sections whose sentences are statements; judgements are counted for themselves."""
_WORDS = 5
"""A sentence of fewer only leads somewhere: `See C2.`"""
_GAP = re.compile(r" (?=[.,;:!?](?:\s|$))")
_THINGS = ("claim-", "exhibit-")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, without its citations, and the refs of what it rests on, in order."""

    section: SectionKind
    text: str
    rests_on: tuple[str, ...]


def refs(outline: Outline, numbers: Mapping[int, str]) -> frozenset[str]:
    """The refs of every exhibit and claim that the outline prints or leads to.

    `numbers` are the refs of the exhibits by the number of their endnote.
    """
    links = (run.link for each in outline.sections for runs in _runs(each) for run in runs)
    found = (_ref(name, numbers) for name in (*anchors_of(outline), *links))
    return frozenset(ref for ref in found if ref)


def statements(outline: Outline, numbers: Mapping[int, str]) -> Iterator[Statement]:
    """Every sentence of the text that cites something, in the order it is read in."""
    for section in outline.sections:
        if section.kind in STATED:
            for runs in _runs(section):
                for text, rests_on in cited(runs, numbers):
                    if len(text.split()) >= _WORDS:
                        yield Statement(section.kind, text, rests_on)


def cited(runs: Runs, numbers: Mapping[int, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sentences of a paragraph that cite something, and the refs each rests on.

    What is cited after the full stop counts to the sentence before it.
    """
    text, places = "", list[tuple[int, str]]()
    for run in runs:
        ref = _ref(run.link, numbers)
        if ref:
            places.append((len(text), ref))
        text += _word(run, ref)
    found = list(sentences(text))
    rests_on: list[dict[str, None]] = [{} for _each in found]
    for place, ref in places:
        before = sum(each.start < place for each in found)
        if found:
            rests_on[max(before - 1, 0)][ref] = None
    for each, on in zip(found, rests_on, strict=True):
        if on:
            yield tidy(each.text), tuple(on)


def words(runs: Runs, numbers: Mapping[int, str]) -> str:
    """What runs say: raised citations left out, others as the ref of the exhibit."""
    return tidy("".join(_word(run, _ref(run.link, numbers)) for run in runs))


def _word(run: Run, ref: str) -> str:
    if not run.link.startswith("source-"):
        return run.text
    return "" if run.raised else f"[{short(ref)}]"


def tidy(text: str) -> str:
    """On one line, without the gap that a citation left before a stop."""
    return _GAP.sub("", " ".join(text.split()))


def _runs(section: Section) -> Iterator[Runs]:
    for paragraph in paragraphs(section):
        yield paragraph.runs


def _ref(name: str, numbers: Mapping[int, str]) -> str:
    """The full ref that an anchor or a link names; empty where it names no exhibit or claim."""
    if name.startswith("source-"):
        return numbers.get(int(name.removeprefix("source-")), "")
    for kind in _THINGS:
        if name.startswith(kind):
            return name.removeprefix(kind)
    return ""
