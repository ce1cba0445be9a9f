"""A briefing as its linter reads it: what is written where, and what it cites."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from caseboard.analysis.sentences import Sentence, sentences
from caseboard.analysis.standing import Standing
from caseboard.briefing import portions
from caseboard.briefing.blocks import Outline, SectionKind
from caseboard.briefing.choosing import chosen
from caseboard.briefing.citations import claim_anchor, exhibit_anchor
from caseboard.briefing.index import Index
from caseboard.briefing.linter.finding import Finding, Where
from caseboard.briefing.unsaid import key, refs
from caseboard.briefing.walk import anchors_of
from caseboard.model.claim import Claim
from caseboard.model.clip import Clip
from caseboard.model.dossier import Dossier
from caseboard.model.ids import ClaimId
from caseboard.model.refs import short
from caseboard.model.work import Briefing

_REF = re.compile(r"\[\[\s*([^\[\]|\n]+?)\s*(?:\|[^\[\]\n]*)?\]\]")


@dataclass(frozen=True, slots=True)
class Ref:
    """A ref as it is written at `start` to `end` of a text."""

    start: int
    end: int
    written: str


@dataclass(frozen=True, slots=True)
class Written:
    """One text of the analyst: a field of the briefing, or one of several in it."""

    kind: SectionKind
    """The section it is printed in."""
    field: str
    index: int
    text: str
    number: int = 0
    """Of a judgement: as it is printed, from 1."""

    def sentences(self) -> Iterator[Sentence]:
        """Its sentences, in order."""
        return sentences(self.text)

    def where(self, start: int = 0, end: int = 0) -> Where:
        """A stretch of it; all of it where none is said."""
        anchor = f"judgement-{self.number}" if self.field == "judgements" else self.kind.value
        return Where(self.field, self.index, start, end, anchor=anchor)


@dataclass(frozen=True)
class Reading:
    """What every rule looks at."""

    dossier: Dossier
    briefing: Briefing
    standings: Mapping[ClaimId, Standing]
    outline: Outline | None = None

    @cached_property
    def index(self) -> Index:
        """The rows of the case, by id and by ref."""
        return Index(self.dossier)

    @cached_property
    def kinds(self) -> frozenset[SectionKind]:
        """The sections that are printed."""
        return frozenset(chosen(self.briefing))

    @cached_property
    def known(self) -> frozenset[str]:
        """Every ref there is."""
        return refs(self.dossier)

    @cached_property
    def written(self) -> Sequence[Written]:
        """What the analyst wrote for the sections that are printed, in their order."""
        order = chosen(self.briefing)
        return [each for kind in order for each in self._of(kind) if each.text.strip()]

    def of(self, *kinds: SectionKind) -> Iterator[Written]:
        """What is written for these sections."""
        return (each for each in self.written if each.kind in kinds)

    def is_known(self, written: str) -> bool:
        """Whether the case has what a ref names."""
        return key(written, self.dossier.case.ref) in self.known

    def claims(self, text: str) -> list[Claim]:
        """The claims that a text cites, each once."""
        found = (self.index.find(ref.written) for ref in cited(text))
        return list({each.id: each for each in found if isinstance(each, Claim)}.values())

    def clips(self, text: str) -> list[Clip]:
        """The exhibits that a text cites, each once."""
        found = (self.index.find(ref.written) for ref in cited(text))
        return list({each.id: each for each in found if isinstance(each, Clip)}.values())

    def cites(self, text: str) -> bool:
        """Whether a text cites anything that is there."""
        return any(self.is_known(ref.written) for ref in cited(text))

    def in_order(self, findings: Iterable[Finding]) -> list[Finding]:
        """Findings as one reads: of the briefing's own text first, then of the case's rows.

        One that is found twice is told once, and none leads to where there is nothing.
        """
        known = None if self.outline is None else anchors_of(self.outline)
        placed = (
            each
            if known is None or each.where.anchor in known
            else replace(each, where=replace(each.where, anchor=""))
            for each in dict.fromkeys(findings)
        )
        return sorted(placed, key=self._place)

    def _place(self, finding: Finding) -> tuple[object, ...]:
        where = finding.where
        fields = {(each.field, each.index): place for place, each in enumerate(self.written)}
        place = fields.get((where.field, where.index), len(fields))
        is_row = bool(where.table)
        return is_row, bool(where.field) and place, where.start, where.table, finding.words

    def _of(self, kind: SectionKind) -> Iterator[Written]:
        for name in portions.FIELDS.get(kind, ()):
            held = getattr(self.briefing, name)
            if isinstance(held, str) and name != "confidence":
                yield Written(kind, name, 0, held)
            elif isinstance(held, list):
                texts = (row.get("text", "") if isinstance(row, dict) else row for row in held)
                number = 0
                for place, text in enumerate(texts):
                    number += bool(str(text).strip())
                    yield Written(kind, name, place, str(text), number)
        for passage in portions.PASSAGES.get(kind, ()):
            text = str(self.briefing.texts.get(passage.value) or "")
            yield Written(kind, f"texts.{passage.value}", 0, text)


def cited(text: str) -> Iterator[Ref]:
    """Every ref written in a text, whether the case has it or not."""
    for found in _REF.finditer(text):
        yield Ref(found.start(), found.end(), found[1])


def of_claim(claim: Claim) -> Where:
    """A claim of the case."""
    return Where(table="claim", row_id=claim.id, anchor=claim_anchor(claim))


def of_clip(clip: Clip) -> Where:
    """An exhibit of the case."""
    return Where(table="clip", row_id=clip.id, anchor=exhibit_anchor(clip))


def listed(names: Sequence[str]) -> str:
    """`C1, C2`, of whole refs."""
    return ", ".join(short(name) for name in names)
