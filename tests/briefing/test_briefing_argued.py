"""What a briefing argues: the situation, its assessment, alternatives and gaps."""

from dataclasses import replace

import pytest
from briefing_cases import CAPTURED, EXPORTED, HOSTILE, empty, hostile, kupiansk, outline
from test_briefing_outline import blocks, rows, section, words_of

from caseboard.analysis.likelihood_words import likelihoods
from caseboard.briefing.blocks import (
    Comparison,
    Heading,
    Listing,
    Paragraph,
    SectionKind,
    Table,
    Yardstick,
    text_of,
)
from caseboard.briefing.walk import anchors_of, paragraphs
from caseboard.model.inquiry import Consistency, Evidence, Gap, Hypothesis, Inquiry
from caseboard.model.terms import DisputeStatus, Fit, GapStatus, Ladder, Passage, Template


def said(made, kind):
    """Every line of a section's listings."""
    return [line for listing in blocks(made, kind, Listing) for line in words_of(listing)]


def runs_of(part):
    return [run for each in paragraphs(part) for run in each.runs]


def kinds(made):
    return [each.kind for each in made.sections]


# --- judgements ---


def test_a_judgement_shows_how_likely_it_is_and_can_be_led_to():
    listing, *_more = blocks(outline(kupiansk()), SectionKind.JUDGEMENTS, Listing)

    assert [(entry.gauge.word, entry.gauge.chances) for entry in listing.entries] == [
        ("likely", "55–80 %"),
        ("very unlikely", "05–20 %"),
        ("almost certain", "95–99 %"),
    ]
    assert [entry.anchor for entry in listing.entries] == [f"judgement-{n}" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "They left.",  # none
        "It is likely that they left and unlikely that they return.",  # two
        "It is highly likely that they left.",  # of another ladder
        "Perhaps they left.",  # of none
    ],
)
def test_what_says_no_one_word_of_the_ladder_has_no_gauge(text):
    made = outline(kupiansk(), judgements=[text])
    (listing,) = blocks(made, SectionKind.JUDGEMENTS, Listing)

    assert listing.entries[0].gauge is None
    assert blocks(made, SectionKind.JUDGEMENTS, Yardstick) == []


def test_the_key_is_the_ladder_of_the_case():
    dossier = kupiansk()
    dossier.case.ladder = Ladder.PHIA
    made = outline(dossier, judgements=["It is a realistic possibility."])
    (key,) = blocks(made, SectionKind.JUDGEMENTS, Yardstick)

    assert key.used == {"realistic possibility"}
    assert (key.rungs[0].chances, key.rungs[-1].chances) == ("≤ 5 %", "≥ 95 %")
    assert key.name.endswith("PHIA yardstick")


# --- the situation ---


def test_every_fact_is_somebodys_word_with_way_grade_time_and_citation():
    lines = said(outline(kupiansk(), bottom_line="[[E001]]"), SectionKind.SITUATION)

    assert len(lines) == 3
    assert (
        "According to General Staff, via Ukrinform →\u00a0The Kyiv Independent, 14 Nov 2024"
        " (B\u00a02) [1]: Every attempt to enter Kupiansk on 13 November was beaten back; no"
        " Russian unit got in (13 Nov 2024) C1. Disputed. It stands against C2."
    ) in lines
    assert any("Contradicted by General Staff (B\u00a02) [1]." in line for line in lines)


def test_the_situation_is_told_in_the_order_in_which_it_happened():
    dossier = kupiansk()
    dossier.claims[2].event_time = "2024-11-01"
    lines = said(outline(dossier), SectionKind.SITUATION)

    assert [line.split("C")[-1][0] for line in lines[:1]] == ["3"]


def test_what_nobody_takes_a_stance_on_is_no_part_of_the_situation():
    dossier = replace(kupiansk(), reports=[], relays=[])

    assert SectionKind.SITUATION not in kinds(outline(dossier))


def test_what_is_denied_alone_is_told_as_denied():
    dossier = kupiansk()
    denial = [report for report in dossier.reports if report.stance == "contradicts"]
    lines = said(outline(replace(dossier, reports=denial)), SectionKind.SITUATION)

    assert [line.split(":")[0] for line in lines] == ["Denied by General Staff (B\u00a02) [1]"]


def test_no_word_of_likelihood_is_added_to_what_is_reported():
    lines = said(outline(kupiansk()), SectionKind.SITUATION)

    assert [found.word for line in lines for found in likelihoods(line)] == []


def test_the_analysts_own_situation_stands_in_place_of_the_made_one():
    text = "The staff said so [[E001]].\n\n- one\n- two"
    made = outline(kupiansk(), texts={"situation": text})
    first, second = section(made, SectionKind.SITUATION).blocks

    assert text_of(first.runs) == "The staff said so[1]."
    assert words_of(second) == ["one", "two"]


# --- disputes ---


def test_a_dispute_says_what_each_account_would_imply_and_our_reading():
    dossier = kupiansk()
    dispute = dossier.disputes[0]
    dispute.implies_a, dispute.implies_b = "The line stands [[E001]].", "The road is cut."
    dispute.reading = "The second, briefly."
    dispute.status, dispute.status_reason = DisputeStatus.SETTLED, "Wrecks were filmed."
    (comparison,) = blocks(outline(dossier), SectionKind.DISPUTES, Comparison)

    assert text_of(comparison.left.content[-1].runs) == "If so: The line stands[1]."
    assert text_of(comparison.right.content[-1].runs) == "If so: The road is cut."
    assert [text_of(part.runs) for part in comparison.below][1:] == [
        "Why it is settled: Wrecks were filmed.",
        "Our reading: The second, briefly.",
    ]


def test_where_claims_have_no_section_their_refs_lead_to_the_dispute():
    flash = outline(kupiansk(), template=Template.FLASH.value)
    whole = outline(kupiansk())

    assert SectionKind.CLAIMS not in kinds(flash)
    assert {"claim-KUP-2024-11-C1", "claim-KUP-2024-11-C2"} <= anchors_of(flash)
    (comparison,) = blocks(whole, SectionKind.DISPUTES, Comparison)
    assert comparison.left.statement.runs[-1].link == "claim-KUP-2024-11-C1"


# --- the assessment ---


def test_the_linchpin_of_the_assumptions_is_named():
    made = outline(
        kupiansk(),
        texts={"assessment": "Neither is enough to choose."},
        assumptions=[
            {"text": "It is one push [[C1]].", "is_linchpin": True},
            {"text": " ", "is_linchpin": True},
            {"text": "They were quoted in full."},
        ],
    )
    lines = said(made, SectionKind.ASSESSMENT)

    assert lines == ["Linchpin. It is one push C1.", "They were quoted in full."]
    assert {"assumptions", "assumption-1", "assumption-2"} <= anchors_of(made)
    first = section(made, SectionKind.ASSESSMENT).blocks[0]
    assert text_of(first.runs) == "Neither is enough to choose."


@pytest.mark.parametrize("assumptions", [[], [{}], [{"text": 3}]])
def test_nothing_assumed_and_nothing_assessed_is_no_section(assumptions):
    assert SectionKind.ASSESSMENT not in kinds(outline(kupiansk(), assumptions=assumptions))


# --- alternatives ---


def inquired(fits):
    """Kupiansk with one question and two answers; `fits` are those of C1 and C2 to H1 and H2."""
    dossier = kupiansk()
    case_id, asked = dossier.case.id, Inquiry(case_id=dossier.case.id, question="What happened?")
    answers = [
        Hypothesis(
            case_id=case_id,
            inquiry_id=asked.id,
            ref=f"KUP-2024-11-H{n + 1}",
            statement=text,
            ordinal=n,
        )
        for n, text in enumerate(("Nobody got in", "They got in"))
    ]
    claims = dossier.claims[:2]
    cells = [
        Consistency(hypothesis_id=answers[column].id, claim_id=claims[row].id, fit=fit)
        for (row, column), fit in fits.items()
    ]
    rows_ = [Evidence(inquiry_id=asked.id, claim_id=claim.id) for claim in claims]
    return replace(
        dossier,
        inquiries=[asked],
        hypotheses=answers,
        inquiry_evidence=rows_,
        consistencies=cells,
    )


def test_hypotheses_stand_least_inconsistent_first():
    fits = {(0, 0): Fit.CONSISTENT, (1, 0): Fit.VERY_INCONSISTENT, (0, 1): Fit.NEUTRAL}
    made = outline(inquired(fits))
    lines = said(made, SectionKind.ALTERNATIVES)

    assert lines == [
        "H2\u2002They got in No claim speaks against it; 1 of 2 are rated.",
        "H1\u2002Nobody got in 1 claim speaks against it, with a weight of 0.36.",
    ]
    paragraphs = [text_of(each.runs) for each in blocks(made, SectionKind.ALTERNATIVES, Paragraph)]
    assert paragraphs[0] == "Least speaks against H2."
    assert {"hypothesis-KUP-2024-11-H1", "hypothesis-KUP-2024-11-H2"} <= anchors_of(made)


def test_before_anything_is_rated_nothing_is_ranked():
    (listing,) = blocks(outline(inquired({})), SectionKind.ALTERNATIVES, Listing)

    assert [entry.label.text for entry in listing.entries] == ["–", "–"]


def test_a_hypothesis_is_named_by_its_ref_in_a_text():
    made = outline(inquired({}), bottom_line="[[H2]] holds.")
    runs = section(made, SectionKind.BOTTOM_LINE).blocks[0].content[0].runs

    assert (runs[0].text, runs[0].link) == ("H2", "hypothesis-KUP-2024-11-H2")


# --- gaps ---


def gap(dossier, number, due="", **more):
    asked = {"question": f"Question {number}?", "created": CAPTURED, "due": due}
    return Gap(case_id=dossier.case.id, ref=f"KUP-2024-11-G{number}", **{**asked, **more})


def test_open_gaps_are_asked_for_by_day_and_overdue_ones_say_so():
    dossier = kupiansk()
    claim, dispute = dossier.claims[1], dossier.disputes[0]
    gaps = [
        gap(dossier, 1),
        gap(dossier, 2, "2024-11-18", changes="It settles [[C2]].", dispute_id=dispute.id),
        gap(dossier, 3, "2024-11-13", claim_id=claim.id),
        gap(dossier, 4, status=GapStatus.ANSWERED, answer="No."),
    ]
    made = outline(replace(dossier, gaps=gaps))

    assert EXPORTED.date().isoformat() == "2024-11-14"
    assert rows(made, SectionKind.GAPS) == [
        ["G3\u2002Question 3? | On C2", "—", "13 Nov 2024 | overdue"],
        ["G2\u2002Question 2? | On C1 / C2", "It settles C2.", "18 Nov 2024"],
        ["G1\u2002Question 1?", "—", "—"],
    ]
    (table,) = blocks(made, SectionKind.GAPS, Table)
    assert [row.anchor for row in table.rows] == [f"gap-KUP-2024-11-G{n}" for n in (3, 2, 1)]


def test_indicators_stand_below_the_gaps():
    made = outline(kupiansk(), texts={"indicators": "- Imagery of wrecks [[E001]]"})
    (heading,) = blocks(made, SectionKind.GAPS, Heading)

    assert text_of(heading.runs) == "What would change the judgement"
    assert said(made, SectionKind.GAPS) == ["Imagery of wrecks[1]"]


# --- notes, and nothing ---


def test_private_notes_are_never_printed():
    dossier = kupiansk()
    dossier.notes[0].is_private = True

    assert SectionKind.NOTES not in kinds(outline(dossier))


def test_a_case_without_anything_argues_nothing():
    argued = {
        SectionKind.SITUATION,
        SectionKind.ASSESSMENT,
        SectionKind.ALTERNATIVES,
        SectionKind.GAPS,
        SectionKind.CHANGES,
        SectionKind.DISPUTES,
    }
    assert argued.isdisjoint(kinds(outline(empty())))


def test_hostile_words_stay_words_in_whatever_is_argued():
    text = " ".join(HOSTILE)
    dossier = hostile()
    asked = Inquiry(case_id="c", question=text)
    answer = Hypothesis(
        case_id="c", inquiry_id=asked.id, ref=f"{dossier.case.ref}-H1", statement=text, ordinal=0
    )
    dispute = dossier.disputes[0]
    dispute.implies_a = dispute.implies_b = dispute.reading = text
    made = outline(
        replace(
            dossier,
            inquiries=[asked],
            hypotheses=[answer],
            gaps=[gap(dossier, 1, "<b>", question=text, changes=text)],
        ),
        assumptions=[{"text": text, "is_linchpin": True}],
        texts={passage.value: text for passage in Passage},
        judgements=[text],
    )
    argued = (SectionKind.ASSESSMENT, SectionKind.ALTERNATIVES, SectionKind.GAPS)

    for kind in argued:
        words = " ".join(text_of(each.runs) for each in paragraphs(section(made, kind)))
        assert all(piece in words for piece in ("</para>", "%s {0} {name}", '<a href="file:'))
    assert not [run.url for each in made.sections for run in runs_of(each) if "file:" in run.url]
