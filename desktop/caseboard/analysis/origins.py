"""Independent origins: who a claim really comes from, however many repeat it.

Every report is followed through its relays back to the claimant: five outlets that repeat one
agency's report of one claimant are one origin. Where outlets speak for themselves in near-identical
texts, they print the same copy and are one origin too, until the analyst says otherwise.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import NamedTuple

from caseboard.analysis.similarity import alike_pairs, joined
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.collection import Syndication
from caseboard.model.ids import ClaimId, ClipId, SourceId
from caseboard.model.ledger import Ledger, Word
from caseboard.model.terms import Stance

Age = tuple[datetime, datetime, str]


@dataclass(frozen=True, slots=True, order=True)
class Apart:
    """Two outlets with nearly the same text that the analyst takes for independent."""

    one: str
    other: str
    reason: str


class Origin(NamedTuple):
    """One independent origin of a claim."""

    source_id: SourceId
    """The claimant; of several that print the same text, the one that published first."""
    name: str
    chains: tuple[tuple[str, ...], ...]
    """The names a report passed through after the claimant, up to the outlet of the clip; one for
    each way that was taken, the empty one where the claimant was read directly."""
    stances: frozenset[Stance] = frozenset()
    reports: int = 0
    same_text: tuple[str, ...] = ()
    """Others that print the claimant's text and are counted with it."""
    same_word: tuple[str, ...] = ()
    """Others that are counted with it only because the analyst says so."""


class Trails:
    """The way of every report of one case from its claimant to its clip."""

    def __init__(self, ledger: Ledger) -> None:
        self.reports: Mapping[ClaimId, Sequence[Word]] = ledger.words
        """The reports of each claim; what rests on a clip in the bin does not count."""
        self._names = _Names({source: voice.name for source, voice in ledger.voices.items()})
        self._published = ledger.published
        own = {
            word.clip_id for words in ledger.words.values() for word in words if word.is_own_voice
        }
        judged = [row for row in ledger.syndications if {row.clip_a_id, row.clip_b_id} <= own]
        self._apart = {_pair(row): row.reason for row in judged if not row.is_same_origin}
        alike = alike_pairs(ledger.texts)
        self._alike = {frozenset(pair) for pair in alike}
        by_text = sorted(alike, key=lambda pair: (-alike[pair], sorted(pair)))
        by_word = sorted((row.clip_a_id, row.clip_b_id) for row in judged if row.is_same_origin)
        self._by_text = self._copies(by_text)
        self._by_all = self._copies([*by_word, *by_text])

    def origins(self, claim: ClaimId) -> tuple[Origin, ...]:
        """Who takes a stance on `claim`, each independent origin once, the most reported first."""
        reports = [r for r in self.reports.get(claim, ()) if r.stance is not Stance.MENTIONS]
        by_claimant: defaultdict[SourceId, list[Word]] = defaultdict(list)
        for report in reports:
            by_claimant[report.claimant_id].append(report)
        if self._by_all:
            found = self._joined(reports, by_claimant)
        else:
            found = [self._alone(claimant, said) for claimant, said in by_claimant.items()]
        return tuple(sorted(found, key=lambda o: (-o.reports, o.name.casefold(), o.source_id)))

    def count(self, claim: ClaimId) -> int:
        """How many independent origins take a stance on `claim`."""
        reports = [r for r in self.reports.get(claim, ()) if r.stance is not Stance.MENTIONS]
        if self._by_all:
            return len(self._voices(reports, self._by_all))
        return len({report.claimant_id for report in reports})

    def apart(self, claim: ClaimId) -> tuple[Apart, ...]:
        """Outlets that take a stance on `claim` in one text and are two origins all the same."""
        if not self._apart:
            return ()
        own = {
            word.clip_id: word.claimant_id
            for word in self.reports.get(claim, ())
            if word.stance is not Stance.MENTIONS and word.is_own_voice
        }
        found = set()
        for pair, reason in self._apart.items():
            if pair <= own.keys() and pair in self._alike:
                one, other = sorted(self.name(own[clip]) for clip in pair)
                found.add(Apart(one, other, reason))
        return tuple(sorted(found))

    def name(self, source: SourceId) -> str:
        """What a source is called."""
        return self._names[source]

    def _alone(self, claimant: SourceId, reports: Sequence[Word]) -> Origin:
        """A claimant with whom no other is counted."""
        return Origin(
            claimant,
            self._names[claimant],
            tuple(sorted({self._chain(report) for report in reports})),
            frozenset([report.stance for report in reports]),
            len(reports),
        )

    def _joined(
        self, reports: Sequence[Word], by_claimant: Mapping[SourceId, Sequence[Word]]
    ) -> list[Origin]:
        """The claimants of these reports, put together where they print one copy."""
        voices = self._voices(reports, self._by_all)
        texts = self._voices(reports, self._by_text)
        return [self._origin({c: by_claimant[c] for c in voice}, texts) for voice in voices]

    def _origin(
        self,
        voice: Mapping[SourceId, Sequence[Word]],
        texts: Iterable[frozenset[SourceId]],
    ) -> Origin:
        lead = self._first_out(voice) if len(voice) > 1 else next(iter(voice))
        reports = [report for several in voice.values() for report in several]
        alike = next(text for text in texts if lead in text)
        return Origin(
            source_id=lead,
            name=self.name(lead),
            chains=tuple(sorted({self._chain(report) for report in reports})),
            stances=frozenset(report.stance for report in reports),
            reports=len(reports),
            same_text=tuple(sorted(self.name(c) for c in voice if c != lead and c in alike)),
            same_word=tuple(sorted(self.name(c) for c in voice if c not in alike)),
        )

    def _first_out(self, voice: Mapping[SourceId, Sequence[Word]]) -> SourceId:
        """Whose clip was published first."""

        def age(claimant: SourceId) -> tuple[Age, str, SourceId]:
            published = (self._published.get(word.clip_id, "") for word in voice[claimant])
            return min(map(moments.sort_key, published)), self.name(claimant), claimant

        return min(voice, key=age)

    def _chain(self, word: Word) -> tuple[str, ...]:
        """The relays of a report; the clip's own outlet ends it, whether it was noted or not."""
        steps = word.relays
        outlet = word.outlet_id
        if outlet and outlet != word.claimant_id and outlet not in steps:
            steps = (*steps, outlet)
        return tuple(map(self._names.__getitem__, steps))

    def _voices(
        self, reports: Sequence[Word], copies: Mapping[ClipId, int]
    ) -> list[frozenset[SourceId]]:
        themselves = ((report.claimant_id, report.claimant_id) for report in reports)
        return joined(chain(themselves, self._same_voices(reports, copies)))

    def _same_voices(
        self, reports: Iterable[Word], copies: Mapping[ClipId, int]
    ) -> Iterator[tuple[SourceId, SourceId]]:
        first: dict[int, SourceId] = {}
        for report in reports:
            copy = copies.get(report.clip_id)
            if copy is not None and report.is_own_voice:
                yield first.setdefault(copy, report.claimant_id), report.claimant_id

    def _copies(self, pairs: Iterable[tuple[ClipId, ClipId]]) -> dict[ClipId, int]:
        """The clips that print one copy with another, by the number of their group."""
        groups = joined(pairs, self._apart.keys())
        return {clip: n for n, group in enumerate(groups) for clip in group}


class _Names(dict[SourceId, str]):
    def __missing__(self, source: SourceId) -> str:
        return _("a source in the bin")


def _pair(row: Syndication) -> frozenset[ClipId]:
    return frozenset({row.clip_a_id, row.clip_b_id})
