from briefing_cases import HEAD, PHOTO, Pictures, empty, kupiansk, outline

from caseboard.briefing.blocks import (
    Comparison,
    Figures,
    Listing,
    Paragraph,
    SectionKind,
    Table,
    text_of,
)
from caseboard.model.terms import Confidence, Ladder, Reliability


def section(made, kind):
    return next(section for section in made.sections if section.kind is kind)


def blocks(made, kind, sort):
    return [block for block in section(made, kind).blocks if isinstance(block, sort)]


def cell_text(cell):
    return " | ".join(
        text_of(part.runs) if isinstance(part, Paragraph) else part.word for part in cell.content
    )


def rows(made, kind):
    return [
        [cell_text(cell) for cell in row.cells]
        for block in blocks(made, kind, Table)
        for row in block.rows
    ]


def words_of(listing):
    return [" ".join(text_of(part.runs) for part in entry.content) for entry in listing.entries]


def test_sections_stand_in_their_order():
    assert [section.kind for section in outline(kupiansk()).sections] == list(SectionKind)


def test_empty_sections_are_left_out():
    kinds = [section.kind for section in outline(empty(), judgements=[], confidence=None).sections]

    assert kinds == [
        SectionKind.BOTTOM_LINE,
        SectionKind.CLAIMS,
        SectionKind.EXHIBITS,
        SectionKind.CHECK,
    ]


def test_the_analyst_chooses_and_orders_sections():
    chosen = [
        {"kind": "exhibits", "on": True},
        {"kind": "claims", "on": True},
        {"kind": "notes", "on": False},
        {"kind": "unheard of", "on": True},
    ]
    made = outline(kupiansk(), sections=chosen)

    assert [section.kind for section in made.sections] == ["exhibits", "claims"]


def test_sources_are_numbered_in_order_of_use():
    made = outline(kupiansk(), bottom_line="First this [[E002]], then that [[E001]].")
    sources = blocks(made, SectionKind.SOURCES, Listing)[0]

    assert [entry.label.text for entry in sources.entries] == ["[1]", "[2]"]
    assert words_of(sources)[0].startswith("“Куп’янськ: дві колони, є втрати”, DeepState")


def test_numbers_do_not_depend_on_where_the_sources_stand():
    first = [{"kind": kind.value, "on": True} for kind in reversed(SectionKind)]
    made = outline(kupiansk(), sections=first)

    assert made.sections[0].kind is SectionKind.CHECK
    assert len(blocks(made, SectionKind.SOURCES, Listing)[0].entries) == 2


def test_a_source_says_who_what_where_and_when_it_was_read():
    made = outline(kupiansk(), bottom_line="[[E001]]")
    written = words_of(blocks(made, SectionKind.SOURCES, Listing)[0])[0]

    assert written == (
        "Boldizsar Gyori. “Ukraine repels Russian attempt to enter Kupiansk, military says”, "
        "The Kyiv Independent, 14 Nov 2024 11:39 (zone unknown). "
        "https://kyivindependent.com/ukraine-repels-russian-attempt-to-enter-kupiansk-military-"
        "says/. Accessed 14 Nov 2024 12:02 UTC. Exhibit E001."
    )


def test_a_source_that_cannot_be_judged_is_not_called_bad():
    graded = {row[0]: row[2] for row in rows(outline(kupiansk()), SectionKind.SOURCES)}

    assert graded["Passer-by’s channel"] == "F\u2002cannot be judged"
    assert graded["DeepState"].startswith("C\u2002fairly reliable: crowd-sourced")
    assert "General Staff | a party to what it speaks of" in graded


def test_claims_show_status_working_and_who_speaks_for_and_against():
    claim, status, speaks_for, against = rows(outline(kupiansk()), SectionKind.CLAIMS)[1]

    assert claim.startswith("C2\u2002Two Russian columns")
    assert "Likelihood: likely (55–80 %)" in claim
    assert status.startswith("disputed | 3 reports, 2 independent origins")
    assert speaks_for == "[1] DeepState C\u00a03 | [2] DeepState C\u00a03"
    assert against == "[1] General Staff B\u00a02"


def test_likelihood_and_confidence_are_never_in_one_sentence():
    claim = rows(outline(kupiansk()), SectionKind.CLAIMS)[0][0]

    assert "Likelihood: unlikely (20–45 %) | Confidence: low" in claim


def test_likelihood_words_are_those_of_the_case():
    case = kupiansk()
    case.case.ladder = Ladder.PHIA

    assert "highly likely (80–90 %)" in rows(outline(case), SectionKind.CLAIMS)[2][0]


def test_a_dispute_sets_two_accounts_side_by_side():
    made = outline(kupiansk())
    comparison = blocks(made, SectionKind.DISPUTES, Comparison)[0]
    said = [text_of(part.runs) for part in comparison.left.content]

    assert said == [
        "General Staff, via Ukrinform → The Kyiv Independent, 14 Nov 2024. B\u00a02 [1]",
        "“Russian invaders failed to enter Kupiansk.”",
    ]
    assert text_of(comparison.right.statement.runs).endswith("lost heavily. C2")
    assert text_of(comparison.below[0].runs).startswith("How both could hold: Columns may")


def test_the_timeline_names_the_clock_of_each_time():
    clocks = [row[1].split("\u00a0")[1] for row in rows(outline(kupiansk()), SectionKind.TIMELINE)]

    assert set(clocks) == {"happened", "reported", "captured"}


def test_units_show_where_they_were_said_to_be():
    row = rows(outline(kupiansk()), SectionKind.UNITS)[0]

    assert row == [
        "Khartia Brigade | 13th Operational Brigade · Хартія",
        "friend",
        "brigade",
        "mechanized infantry",
        "Kupiansk ± 5000 m, 5 May 2024 [1]",
    ]


def test_a_picture_carries_its_credit_to_the_letter():
    case = kupiansk()
    case.files[1].credit = "  (A.  Body/Agency) "
    figure = blocks(outline(case), SectionKind.PICTURES, Figures)[0].figures[0]

    assert text_of(figure.caption[1].runs) == "  (A.  Body/Agency) "
    assert figure.load() == PHOTO


def test_a_picture_without_a_credit_says_so():
    case = kupiansk()
    case.files[1].credit = ""
    figure = blocks(outline(case), SectionKind.PICTURES, Figures)[0].figures[0]

    assert text_of(figure.caption[1].runs) == "No credit was published."


def test_one_picture_in_two_clips_is_shown_once():
    case = kupiansk()
    case.files[2].sha256 = case.files[1].sha256

    assert len(blocks(outline(case), SectionKind.PICTURES, Figures)[0].figures) == 1


def test_composing_reads_no_picture():
    outline(kupiansk(), pictures=Pictures())


def test_exhibits_carry_whole_hashes():
    case = kupiansk()
    written = rows(outline(case), SectionKind.EXHIBITS)

    assert [row[-1] for row in written if row[0] == ""] == [file.sha256 for file in case.files]
    assert written[0][2:] == ["14 Nov 2024 12:02:31 UTC", "dropped, Caseboard 0.1.0"]


def test_confidence_stands_on_its_own_with_its_basis():
    made = outline(kupiansk(), confidence=Confidence.HIGH, confidence_basis="Seen [[E001]].")
    fact = section(made, SectionKind.JUDGEMENTS).blocks[-1].facts[0]

    assert fact.label == "Confidence"
    assert text_of(fact.value) == "High. Seen[1]."


def test_the_check_names_the_change_set_and_its_hash():
    fact = section(outline(kupiansk()), SectionKind.CHECK).blocks[-1].facts[0]

    assert text_of(fact.value) == f"Change-set 87, {HEAD}"


def test_every_link_of_the_cases_leads_somewhere():
    made = outline(kupiansk())
    anchors = made.anchors()
    wanted = {"source-1", "source-2", "cite-1", "claim-KUP-2024-11-C1", "exhibit-KUP-2024-11-E001"}

    assert wanted <= anchors


def test_a_claimant_gone_from_the_library_does_not_stop_the_briefing():
    case = kupiansk()
    case.reports[0].claimant_id = "gone"
    case.reports[1].anchor_id = "gone"

    assert rows(outline(case), SectionKind.CLAIMS)


def test_the_cut_off_is_the_moment_of_export_unless_said():
    facts = {fact.label: text_of(fact.value) for fact in outline(kupiansk()).head.facts}

    assert facts["Information cut-off"] == facts["Date and time"] == "14 Nov 2024 18:00 UTC"
    assert facts["Status"] == "Version 1"


def test_grades_are_two_letters_never_one_number():
    case = kupiansk()
    case.sources[0].reliability = Reliability.A

    assert "General Staff A\u00a02" in rows(outline(case), SectionKind.CLAIMS)[0][2]
