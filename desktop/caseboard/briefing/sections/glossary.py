"""Scales and glossary: what every grade, word of likelihood, marking and status here means."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from caseboard.analysis.standing import status_name
from caseboard.briefing.blocks import (
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    plain,
)
from caseboard.briefing.making import Making
from caseboard.briefing.scale_words import confidence, credibility, ladder, marking, status
from caseboard.briefing.sections.descriptors import begun
from caseboard.briefing.words import reliability, term
from caseboard.i18n import _
from caseboard.model import ladders
from caseboard.model.terms import ClaimStatus, Confidence, Credibility, Marking, Reliability


def made(making: Making) -> tuple[Block, ...]:
    """Grades, likelihood, confidence, statuses, marking, times and spelling."""
    return (
        *_grades(),
        *_likelihood(making),
        *_confidence(),
        *_statuses(),
        *_marking(making),
        *_terms(),
    )


def _grades() -> Iterator[Block]:
    yield _headed(_("Grades of sources and reports (AJP-2.1)"))
    letters = [(letter.value, begun(reliability(letter))) for letter in Reliability]
    numbers = [(number.value, begun(credibility(number))) for number in Credibility]
    columns = (
        *(Column(_("Source"), 0.13), Column(_("Reliability"), 0.37)),
        *(Column(_("Report"), 0.13), Column(_("Credibility"), 0.37)),
    )
    rows = (
        Row(tuple(_cells(*letter, *number)))
        for letter, number in zip_longest(letters, numbers, fillvalue=("", ""))
    )
    yield Table(columns, tuple(rows))
    yield plain(
        _(
            "The two are given side by side, as B 2, and are never made one number. F and 6 mean "
            "that it cannot be judged, not that it is bad."
        ),
        Role.SMALL,
    )


def _likelihood(making: Making) -> Iterator[Block]:
    yield _headed(_("Words of likelihood"))
    rungs = reversed(ladders.rungs(making.case.ladder))
    columns = (Column(_("Word"), 0.5), Column(_("Chance"), 0.5))
    yield Table(columns, tuple(Row(tuple(_cells(rung.word, rung.chances))) for rung in rungs))
    yield plain(
        _("After the {ladder}; no other scale is used in this document.").format(
            ladder=ladder(making.case.ladder)
        ),
        Role.SMALL,
    )


def _confidence() -> Iterator[Block]:
    yield _headed(_("Confidence"))
    levels = (Confidence.HIGH, Confidence.MODERATE, Confidence.LOW)
    yield _facts((begun(term(level)), confidence(level)) for level in levels)
    yield plain(
        _("It speaks of the basis of an assessment, never of how likely something is."), Role.SMALL
    )


def _statuses() -> Iterator[Block]:
    yield _headed(_("Status of claims"))
    yield _facts((begun(status_name(value)), status(value)) for value in ClaimStatus)


def _marking(making: Making) -> Iterator[Block]:
    written = making.briefing.classification.strip()
    if written:
        yield _headed(_("Marking"))
        yield plain(
            _("This document is marked “{marking}”, as its author gave it.").format(marking=written)
        )
        return
    yield _headed(_("Marking (Traffic Light Protocol 2.0)"))
    facts = []
    for level in Marking:
        is_ours = level is making.briefing.marking
        label = _("{marking} (this document)") if is_ours else "{marking}"
        facts.append((label.format(marking=level.value), marking(level)))
    yield _facts(facts)


def _terms() -> Iterator[Block]:
    yield _headed(_("Terms"))
    yield _facts(
        (
            (_("Claim"), _("A statement that can be true or false, whoever made it.")),
            (_("Report"), _("A claim as someone made it, at one place in one exhibit.")),
            (_("Claimant"), _("Whose word a report is. Who passed it on is a relay.")),
            (
                _("Origin"),
                _("A claimant, and all who repeat it or print the same text, counted once."),
            ),
            (_("Exhibit"), _("What was taken in, kept under its SHA-256 and never changed.")),
            (_("Happened"), _("When a thing took place, as it is claimed.")),
            (_("Reported"), _("When it was said or published, in the zone that was printed.")),
            (_("Captured"), _("When an exhibit was taken in, in UTC.")),
            (_("About, uncertain"), _("Beside a date: near it, or doubted (EDTF, ISO 8601-2).")),
            (
                _("Spelling"),
                _(
                    "Places and units go by one name in this case, Ukrainian ones as a rule in "
                    "the national romanisation of 2010. Quotations stand as published."
                ),
            ),
        )
    )


def _headed(text: str) -> Heading:
    return Heading((Run(text),))


def _facts(pairs: Iterable[tuple[str, str]]) -> Facts:
    return Facts(tuple(Fact(label, (Run(value),)) for label, value in pairs))


def _cells(*texts: str) -> Iterator[Cell]:
    for place, text in enumerate(texts):
        is_grade = len(texts) > 2 and place % 2 == 0
        yield Cell((Paragraph((Run(text, bold=is_grade),), Role.TABLE),))
