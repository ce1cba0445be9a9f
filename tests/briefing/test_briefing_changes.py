"""What changed since the version before, told in sentences."""

from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from briefing_cases import CAPTURED, EXPORTED, PICTURES, TOOL, briefing, compose, kupiansk
from test_briefing_argued import gap, inquired, kinds
from test_briefing_outline import blocks, section, words_of

from caseboard.analysis.standing import standings
from caseboard.briefing.blocks import Listing, SectionKind, text_of
from caseboard.model.claim import Report
from caseboard.model.inquiry import Consistency
from caseboard.model.net_change import Since
from caseboard.model.terms import (
    Confidence,
    Credibility,
    DisputeStatus,
    Fit,
    GapStatus,
    Reliability,
    Stance,
)
from caseboard.model.work import Briefing

BEFORE = datetime(2024, 11, 14, 12, 0, tzinfo=UTC)


class Story:
    """A case then and now: tests change what is `now`."""

    def __init__(self, dossier=None):
        self.then = dossier or kupiansk()
        self.now = deepcopy(self.then)
        self.was = briefing(self.then.case)
        self.changes = {}
        self.gone = frozenset()

    def made(self):
        """The briefing of now."""
        return compose(
            self.now,
            Briefing(**{**self.was.model_dump(), **self.changes}),
            PICTURES,
            standings(self.now),
            exported=EXPORTED,
            program=TOOL,
            version=2,
            since=Since(1, BEFORE, self.then, self.was, self.gone),
        )

    def told(self):
        """What it says has changed, sentence by sentence; nothing where it says just that."""
        made = self.made()
        return [
            line
            for listing in blocks(made, SectionKind.CHANGES, Listing)
            for line in words_of(listing)
        ]


@pytest.fixture
def story():
    return Story()


def test_a_first_version_says_nothing_of_changes():
    dossier = kupiansk()
    made = compose(
        dossier,
        briefing(dossier.case),
        PICTURES,
        standings(dossier),
        exported=EXPORTED,
        program=TOOL,
        version=1,
    )

    assert SectionKind.CHANGES not in kinds(made)


def test_that_nothing_has_changed_is_said(story):
    (paragraph,) = section(story.made(), SectionKind.CHANGES).blocks

    assert text_of(paragraph.runs) == (
        "Nothing reported here has changed since version 1 of 14 Nov 2024 12:00 UTC."
    )


def test_the_analysts_own_word_stands_first(story):
    story.changes = {"texts": {"changes": "The map came in."}}

    assert text_of(section(story.made(), SectionKind.CHANGES).blocks[0].runs) == "The map came in."


# --- what is judged ---


def test_another_word_of_likelihood_is_told_with_the_one_before(story):
    first, *others = story.was.judgements
    story.changes = {"judgements": [first.replace("**likely**", "**very likely**"), *others]}

    assert story.told() == ["Judgement 1 now says very likely; it said likely."]


def test_other_words_new_and_dropped_judgements_are_told(story):
    first, _second, third = story.was.judgements
    story.changes = {
        "judgements": [
            "Fuel will run short in the north before the year ends.",
            third,
            first.replace("two armoured columns", "both columns"),
        ]
    }

    assert story.told() == [
        "Judgement 1 is new.",
        "Judgement 3 was reworded.",
        "Judgement 2 of version 1 was dropped.",
    ]


def test_another_citation_or_emphasis_is_no_other_judgement(story):
    first, *others = story.was.judgements
    plain = first.replace("**", "").replace("[[E002]]", "")
    story.changes = {"judgements": [plain, *others]}

    assert story.told() == []


def test_confidence_bottom_line_and_cut_off_are_told(story):
    story.changes = {
        "confidence": Confidence.HIGH,
        "bottom_line": "They left.",
        "cutoff": datetime(2024, 11, 14, 17, 0, tzinfo=UTC),
        "assumptions": [{"text": "It is one push."}],
    }

    assert story.told() == [
        "Confidence is now high; it was moderate.",
        "The bottom line was rewritten.",
        "The assumptions were changed.",
        "The information cut-off is now 14 Nov 2024 17:00 UTC.",
    ]


def test_earlier_wordings_are_not_printed(story):
    story.was.judgements = [*story.was.judgements, "The SECRET agent is likely right."]
    story.was.bottom_line = "SECRET"
    story.changes = {"judgements": story.was.judgements[:-1], "bottom_line": "Open."}
    claim = story.then.claims[0]
    claim.statement = "SECRET"

    assert len(story.told()) == 3
    assert "SECRET" not in repr(story.made())


# --- what is known ---


def test_a_claims_status_is_told_with_what_it_was_and_why(story):
    claim, clip = story.now.claims[2], story.now.clips[0]
    claim.band, claim.confidence = 7, Confidence.HIGH
    place = next(each for each in story.now.anchors if each.clip_id == clip.id)
    story.now.reports.append(
        Report(
            id="new",
            claim_id=claim.id,
            anchor_id=place.id,
            stance=Stance.CONTRADICTS,
            claimant_id=story.now.sources[3].id,
            credibility=Credibility.POSSIBLE,
        )
    )
    story.now.reports[4].credibility = Credibility.CONFIRMED

    assert story.told() == [
        (
            "C3 “Russian positions lie 2 to 3 km from the industrial edge of the town in the"
            " north-east”. Now disputed, was corroborated. Likelihood now almost certain, was very"
            " likely. Confidence now high, was not stated. 1 new report (DeepState) [1]. 1 report"
            " graded anew."
        )
    ]


def test_new_and_withdrawn_claims_and_disputes_are_told(story):
    story.then = replace(story.then, claims=story.then.claims[1:], disputes=[])
    assert story.told() == [
        (
            "New claim C1 “Every attempt to enter Kupiansk on 13 November was beaten back; no"
            " Russian unit got in”. It is disputed."
        ),
        "New dispute: C1 against C2.",
    ]

    again = Story()
    again.gone = frozenset([again.now.claims[2].id, again.now.disputes[0].id])
    again.now = replace(again.now, claims=again.now.claims[:2], disputes=[])
    told = again.told()
    assert told[1:] == ["1 claim was withdrawn: C3.", "1 dispute was withdrawn."]
    assert told[0].endswith("Now single source, was disputed.")


def test_what_is_merely_left_out_of_a_copy_is_not_said_to_be_gone(story):
    story.now = replace(story.now, claims=story.now.claims[:2], clips=story.now.clips[:1])

    assert not any("withdrawn" in line or "taken out" in line for line in story.told())


def test_what_went_is_no_news_to_a_briefing_on_one_part(story):
    story.gone = frozenset([story.now.claims[2].id])
    story.now = replace(story.now, claims=story.now.claims[:2])
    story.changes = {"subject": ["C1"]}

    assert story.told() == []


def test_a_dispute_that_was_laid_to_rest_says_why(story):
    dispute = story.now.disputes[0]
    dispute.status, dispute.status_reason = DisputeStatus.SETTLED, "Wrecks were filmed."

    assert "The dispute C1 against C2 is now settled. Wrecks were filmed." in story.told()


def test_another_reading_of_a_dispute_is_told(story):
    story.now.disputes[0].reading = "The second."

    assert story.told() == ["Our reading of the dispute C1 against C2 has changed."]


def test_exhibits_that_came_and_went_are_told(story):
    story.then = replace(story.then, clips=story.then.clips[:1])
    assert "1 new exhibit: E002\u00a0[2]." in story.told()

    again = Story()
    again.gone = frozenset([again.now.clips[1].id])
    again.now = replace(again.now, clips=again.now.clips[:1])
    assert "1 exhibit was taken out: E002." in again.told()


def test_a_source_graded_anew_is_told(story):
    story.now.sources[3].reliability = Reliability.B

    assert story.told() == ["DeepState is now graded B; it was C."]


# --- what is asked ---


def test_another_leading_hypothesis_is_told():
    story = Story(inquired({(0, 1): Fit.INCONSISTENT}))
    first = story.now.hypotheses[0]
    cells = [
        Consistency(hypothesis_id=first.id, claim_id=claim.id, fit=Fit.VERY_INCONSISTENT)
        for claim in story.now.claims[:2]
    ]
    story.now = replace(story.now, consistencies=[*story.now.consistencies, *cells])

    assert story.told() == ["Of the answers to “What happened?”, H2 now has least against it."]


def test_new_and_answered_gaps_are_told(story):
    old, new = gap(story.then, 1), gap(story.then, 2)
    answered = gap(story.then, 1, id=old.id, status=GapStatus.ANSWERED, answer="Nobody did.")
    story.then = replace(story.then, gaps=[old])
    story.now = replace(story.now, gaps=[answered, new])

    assert story.told() == ["G1 was answered. Nobody did.", "1 new gap: G2."]
    assert CAPTURED < EXPORTED
