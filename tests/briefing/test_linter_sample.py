"""The sample case is held against nothing that it does right."""

import pytest

from caseboard.analysis.standing import standings
from caseboard.briefing import linter
from caseboard.briefing.linter.finding import Rule
from caseboard.cli import main
from caseboard.store import briefings, cases, dossiers
from caseboard.store.library import Library

FAIR = {Rule.ONE_ORIGIN, Rule.DISPUTE_UNSAID}
"""Two of its judgements rest on one side of its dispute."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample case, and its briefing."""
    folder = tmp_path_factory.mktemp("sample") / "library"
    assert main(["--library", str(folder), "case", "sample"]) == 0
    library = Library.open(folder, "tester", read_only=True)
    try:
        case = library.database.read_now(cases.by_ref, "KUP-2024-11")
        dossier = library.database.read_now(dossiers.read, case.id)
        (briefing,) = library.database.read_now(briefings.of_case, case.id)
        yield dossier, briefing
    finally:
        library.close()


def test_nothing_is_found_in_the_sample_that_is_not_so(sample):
    dossier, briefing = sample
    found = linter.findings(dossier, briefing, standings(dossier))
    assert {each.rule for each in found} <= FAIR
    assert {each.where.field for each in found} <= {"judgements"}


def test_what_is_made_wrong_in_the_sample_is_found(sample):
    dossier, briefing = sample
    spoilt = type(briefing)(
        **{
            **briefing.model_dump(),
            "judgements": ["Two Russian columns entered Kupiansk and took heavy losses [[C2]]."],
            "bottom_line": "They came [[E099]].",
        }
    )
    found = {each.rule for each in linter.findings(dossier, spoilt, standings(dossier))}
    assert found >= {Rule.CLAIM_AS_FACT, Rule.LIKELIHOOD, Rule.UNKNOWN_REF, Rule.DISPUTE_UNSAID}
