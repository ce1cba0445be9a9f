"""Claims and disputes on the command line: whole as JSON, short as lines for people."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from caseboard.analysis.standing import status_name
from caseboard.cli.printing import visible
from caseboard.exchange import selectors
from caseboard.exchange.claims_book import (
    Answer,
    Book,
    Clash,
    Exhibit,
    Missing,
    Number,
    Proposition,
    Question,
    Said,
    Speaker,
)
from caseboard.i18n import _
from caseboard.model import ladders, moments
from caseboard.model.refs import short
from caseboard.model.terms import Stance

View = dict[str, Any]

_MARGIN = "    "
_WIDEST = 100


class Ledger:
    """A book with its rows at hand, and what the command line shows of them."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._rows = book.by_id()
        self._refs = {claim.id: claim.ref for claim in book.claims}
        self._refs |= {answer.id: answer.ref for each in book.questions for answer in each.answers}

    def whole(self) -> View:
        """All that is known of the claims."""
        return self._case() | {
            "claims": self.claims(),
            "disputes": self.disputes(),
            "inquiries": [self._inquiry(each) for each in self._book.questions],
            "gaps": [self._gap(gap) for gap in self._book.gaps],
        }

    def clashes(self) -> View:
        """The disputes alone."""
        return self._case() | {"disputes": self.disputes()}

    def claims(self) -> list[View]:
        """Each claim with the reports it rests on."""
        return [self.claim(claim) for claim in self._book.claims]

    def claim(self, claim: Proposition) -> View:
        """One claim."""
        judged = claim.judged
        return {
            "ref": claim.ref,
            "statement": claim.statement,
            "event_time": claim.event_time,
            "status": judged.status.value,
            "derived_status": judged.derived.value,
            "override": {"status": claim.override.value, "reason": claim.override_reason}
            if claim.override
            else None,
            "working": judged.working,
            "likelihood": self._likelihood(claim),
            "confidence": claim.confidence.value if claim.confidence else None,
            "confidence_basis": claim.confidence_basis,
            "assessment": claim.assessment,
            "locations": [
                {"name": spot.name, "lat": spot.lat, "lon": spot.lon}
                for spot in self._book.spots
                if spot.id in claim.spots
            ],
            "units": [
                {"name": troop.name, "side": troop.side.value}
                for troop in self._book.troops
                if troop.id in claim.troops
            ],
            "origins": [
                {
                    "name": origin.name,
                    "reports": origin.reports,
                    "chains": [list(chain) for chain in origin.chains],
                    "counted_with": list(origin.counted_with),
                }
                for origin in judged.origins
            ],
            "reports": [self._report(said) for said in claim.said],
        }

    def disputes(self) -> list[View]:
        """Each dispute with both its sides."""
        return [
            {
                "claims": [self._refs[clash.one], self._refs[clash.other]],
                "a": self._side(clash.one),
                "b": self._side(clash.other),
                "differs_on": list(clash.differs_on),
                "both_could_hold": clash.both_could_hold,
                "implies_a": clash.implies_a,
                "implies_b": clash.implies_b,
                "reading": clash.reading,
                "status": clash.status.value,
                "status_reason": clash.status_reason,
            }
            for clash in self._book.clashes
        ]

    def _case(self) -> View:
        book = self._book
        return {
            "case": book.ref,
            "title": book.title,
            "marking": book.marking.value,
            "ladder": book.ladder.value,
            "as_of": book.as_of,
        }

    def _likelihood(self, claim: Proposition) -> View | None:
        if claim.band is None:
            return None
        rung = ladders.rung(self._book.ladder, claim.band)
        return {
            "band": claim.band,
            "ladder": self._book.ladder.value,
            "word": rung.word,
            "chances": rung.chances,
        }

    def _report(self, said: Said) -> View:
        clip = self._rows[said.passage.clip_id]
        assert isinstance(clip, Exhibit)  # noqa: S101  a report is gathered with its clip
        claimant = self._rows.get(said.claimant_id)
        graded = claimant if isinstance(claimant, Speaker) else None
        return {
            "stance": said.stance.value,
            "claimant": self._name(said.claimant_id),
            "reliability": graded.reliability.value if graded else "",
            "reliability_reason": graded.reliability_reason if graded else "",
            "interested": graded.interested if graded else False,
            "relays": [self._name(relay) for relay in said.relays],
            "outlet": self._name(clip.outlet_id) if clip.outlet_id else clip.site,
            "verb": said.verb,
            "said_when": said.said_when,
            "credibility": said.credibility.value,
            "credibility_reason": said.credibility_reason,
            "quantities": [_number(each, self._name(said.claimant_id)) for each in said.numbers],
            "clip": clip.ref,
            "url": clip.url,
            "sha256": clip.sha256,
            "quote": said.passage.exact,
            "selectors": selectors.write(said.passage),
        }

    def _name(self, source_id: str) -> str:
        row = self._rows.get(source_id)
        return row.name if isinstance(row, Speaker) else _("a source in the bin")

    def _side(self, claim_id: str) -> View:
        claim = next(each for each in self._book.claims if each.id == claim_id)
        saying = [said for said in claim.said if said.stance is Stance.SUPPORTS]
        mouths = dict.fromkeys(self._name(said.claimant_id) for said in saying)
        return {"ref": claim.ref, "says": claim.statement, "claimants": list(mouths)}

    def _inquiry(self, question: Question) -> View:
        return {
            "question": question.question,
            "evidence": [self._refs.get(claim_id, "") for claim_id in question.claims],
            "hypotheses": [self._hypothesis(answer) for answer in question.answers],
        }

    def _hypothesis(self, answer: Answer) -> View:
        return {
            "ref": answer.ref,
            "statement": answer.statement,
            "cells": [
                {
                    "claim": self._refs.get(cell.claim_id, ""),
                    "fit": cell.fit.value,
                    "reason": cell.reason,
                }
                for cell in answer.cells
            ],
        }

    def _gap(self, gap: Missing) -> View:
        clash = next((each for each in self._book.clashes if each.id == gap.about), None)
        about = [self._refs[clash.one], self._refs[clash.other]] if clash else []
        return {
            "ref": gap.ref,
            "question": gap.question,
            "about": about or [self._refs[gap.about]] if gap.about in self._refs else about,
            "changes": gap.changes,
            "due": gap.due,
            "status": gap.status.value,
            "answer": gap.answer,
        }

    # --- lines for people ---

    def claim_lines(self) -> str:
        """A few lines for each claim: its ref, status and statement, when, how likely, and why."""
        blocks = [_block(self._claim_lines(claim)) for claim in self._book.claims]
        return self._page(blocks, _("There are no claims in this case."))

    def dispute_lines(self) -> str:
        """A few lines for each dispute: what either side says, and how both could hold."""
        blocks = [_block(self._dispute_lines(clash)) for clash in self._book.clashes]
        return self._page(blocks, _("There are no disputes in this case."))

    def _page(self, blocks: list[str], otherwise: str) -> str:
        book = self._book
        head = visible(f"{book.ref} · {book.title} · {book.marking.value}")
        return "\n\n".join([head, *(blocks or [otherwise])])

    def _claim_lines(self, claim: Proposition) -> Iterator[str]:
        yield f"{short(claim.ref)} · {status_name(claim.judged.status)} · {claim.statement}"
        if claim.event_time:
            yield _("When: {when}").format(when=moments.show(claim.event_time))
        if claim.band is not None:
            rung = ladders.rung(self._book.ladder, claim.band)
            yield _("Assessed: {word} ({chances})").format(word=rung.word, chances=rung.chances)
        if claim.confidence:
            yield _("Confidence: {word}").format(word=claim.confidence.value)
        yield from claim.judged.working.splitlines()

    def _dispute_lines(self, clash: Clash) -> Iterator[str]:
        refs = f"{short(self._refs[clash.one])} ↔ {short(self._refs[clash.other])}"
        yield " · ".join(filter(None, (refs, clash.status.value, ", ".join(clash.differs_on))))
        for side, claim_id in ((_("A says"), clash.one), (_("B says"), clash.other)):
            view = self._side(claim_id)
            mouths = ", ".join(view["claimants"])
            yield f"{side}: {view['says']} ({mouths})" if mouths else f"{side}: {view['says']}"
        if clash.both_could_hold:
            yield _("How both could hold: {how}").format(how=clash.both_could_hold)
        if clash.status_reason:
            yield _("Reason: {reason}").format(reason=clash.status_reason)


def _number(number: Number, claimant: str) -> View:
    return {
        "kind": number.kind.value,
        "what": number.what,
        "low": number.low,
        "high": number.high,
        "measure": number.measure.value if number.measure else None,
        "approximate": number.is_approximate,
        "per": claimant,
    }


def _block(lines: Iterable[str]) -> str:
    """The first line at the margin, the others and what runs over set in; no control characters."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    made: list[str] = []
    for line in lines:
        margin = _MARGIN if made else ""
        made.extend(
            textwrap.wrap(
                visible(line),
                max(width, 40),
                initial_indent=margin,
                subsequent_indent=_MARGIN,
                break_long_words=False,
                break_on_hyphens=False,
            )
        )
    return "\n".join(made)
