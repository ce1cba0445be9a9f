"""Numbers for sources, in the order a reader meets them, and refs written in an analyst's text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from caseboard.briefing.blocks import Run, Runs, SectionKind, Tone
from caseboard.briefing.index import Index
from caseboard.model.claim import Claim
from caseboard.model.clip import Clip
from caseboard.model.inquiry import Gap, Hypothesis
from caseboard.model.refs import short
from caseboard.model.work import Layer

_REF = re.compile(r"([ \u00a0]*)\[\[\s*([^\[\]|\n]{1,80}?)\s*(?:\|([^\[\]\n]*))?\]\]")
"""As `caseboard.model.refs.links`: space before, the ref, and words to print for it."""


def exhibit_anchor(clip: Clip) -> str:
    """Where a clip stands among the exhibits."""
    return f"exhibit-{clip.ref}"


def claim_anchor(claim: Claim) -> str:
    """Where a claim stands among the claims."""
    return f"claim-{claim.ref}"


def gap_anchor(gap: Gap) -> str:
    """Where a gap stands among the gaps."""
    return f"gap-{gap.ref}"


def hypothesis_anchor(hypothesis: Hypothesis) -> str:
    """Where a hypothesis stands among the alternatives."""
    return f"hypothesis-{hypothesis.ref}"


def layer_anchor(layer: Layer) -> str:
    """Where a layer is told of below the map."""
    return f"layer-{layer.ref}"


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a clip is cited: the section it is in, and its anchor there."""

    section: SectionKind | None
    anchor: str


class Citations:
    """Hands out numbers from 1 as clips are first cited, and keeps where each is cited."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._numbers: dict[str, int] = {}
        self._uses: defaultdict[int, list[Use]] = defaultdict(list)
        self._section: SectionKind | None = None

    def begin(self, section: SectionKind) -> None:
        """Whatever is cited from now on is cited in this section."""
        self._section = section

    def uses(self, number: int) -> Sequence[Use]:
        """Every place where the clip of this number is cited, as they were made."""
        return self._uses[number]

    def cited(self) -> Iterable[tuple[int, Clip]]:
        """Every clip cited so far, by number."""
        return ((number, self._index.clips[id_]) for id_, number in self._numbers.items())

    def number(self, clip: Clip) -> int:
        """The clip's number, its next one if it has none."""
        return self._numbers.setdefault(clip.id, len(self._numbers) + 1)

    def cite(self, clip: Clip, *, raised: bool = False) -> Run:
        """`[n]`, leading to the source, which leads back to each of them."""
        number = self.number(clip)
        uses = self._uses[number]
        anchor = f"cite-{number}-{len(uses) + 1}" if uses else f"cite-{number}"
        uses.append(Use(self._section, anchor))
        return Run(
            f"[{number}]",
            raised=raised,
            tone=Tone.ACCENT,
            link=f"source-{number}",
            anchor=anchor,
        )

    def refer(self, ref: str, *, raised: bool = False) -> Run | None:
        """What a ref becomes in print; nothing where the case has no such thing."""
        found = self._index.find(ref)
        if isinstance(found, Clip):
            return self.cite(found, raised=raised)
        return (
            None if found is None else Run(short(found.ref), tone=Tone.ACCENT, link=_place(found))
        )

    def resolve(self, runs: Runs, *, raised: bool = True) -> Runs:
        """Replace every `[[ref]]`; one the case does not know is printed as it stands.

        A number that is not `raised` stands as a word of the sentence.
        """
        return tuple(part for run in runs for part in self._resolved(run, raised=raised))

    def _resolved(self, run: Run, *, raised: bool) -> Iterator[Run]:
        if run.mono or run.link or run.url:
            yield run
            return
        end = 0
        for match in _REF.finditer(run.text):
            target = self.refer(match[2], raised=raised)
            if target is None:
                continue
            before, target = _set(match, target)
            if before := run.text[end : match.start()] + before:
                yield replace(run, text=before)
            yield replace(target, bold=run.bold)
            end = match.end()
        if rest := run.text[end:]:
            yield replace(run, text=rest)


def _place(thing: Claim | Gap | Hypothesis | Layer) -> str:
    """Where what is no clip stands."""
    match thing:
        case Claim():
            return claim_anchor(thing)
        case Gap():
            return gap_anchor(thing)
        case Hypothesis():
            return hypothesis_anchor(thing)
        case Layer():
            return layer_anchor(thing)


def _set(match: re.Match[str], target: Run) -> tuple[str, Run]:
    """What stands before the target, and the target with the analyst's own words, if any.

    A raised number hugs the word before it; a claim is named by a word of its own.
    """
    gap, words = match[1], match[3]
    if target.raised:
        return (gap + words if words else ""), target
    if words and target.link.startswith("source-"):
        return f"{gap}{words} ", target
    return gap, replace(target, text=words or target.text)
