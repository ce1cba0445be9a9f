from datetime import timedelta

import pytest
from briefing_cases import (
    HEAD,
    MOST,
    PHOTO_COPY,
    Pictures,
    empty,
    kupiansk,
    large,
    made_file,
    outline,
)

from caseboard.briefing.blocks import (
    Comparison,
    Facts,
    Figures,
    Listing,
    Paragraph,
    SectionKind,
    Table,
    Thumbnail,
    text_of,
)
from caseboard.briefing.sections.pictures import SHOWN
from caseboard.briefing.walk import anchors_of
from caseboard.commands.clips import DISPLAY
from caseboard.model.claim import Relay, Report
from caseboard.model.clip import Anchor, ClipFile
from caseboard.model.terms import (
    AnchorKind,
    Confidence,
    Credibility,
    FileRole,
    Hollow,
    Ladder,
    Reliability,
    UnitStatus,
)


def section(made, kind):
    return next(section for section in made.sections if section.kind is kind)


def blocks(made, kind, sort):
    return [block for block in section(made, kind).blocks if isinstance(block, sort)]


def cell_text(cell):
    return " | ".join(_words(part) for part in cell.content)


def _words(part):
    match part:
        case Paragraph():
            return text_of(part.runs)
        case Thumbnail():
            return "(picture)"
    return part.word


def rows(made, kind):
    return [
        [cell_text(cell) for cell in row.cells]
        for block in blocks(made, kind, Table)
        for row in block.rows
    ]


def words_of(listing):
    return [" ".join(text_of(part.runs) for part in entry.content) for entry in listing.entries]


def test_sections_stand_in_their_order():
    kinds = [section.kind for section in outline(kupiansk()).sections]
    assert kinds == [kind for kind in MOST if kind in kinds]
    assert SectionKind.MAP not in kinds  # nothing to draw it
    assert len(kinds) > 10


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

    assert made.sections[0].kind is SectionKind.ATTESTATION
    assert len(blocks(made, SectionKind.SOURCES, Listing)[0].entries) == 2


def test_a_source_says_who_what_where_and_when_it_was_read():
    wanted = [{"kind": kind} for kind in ("bottom_line", "sources")]
    made = outline(kupiansk(), bottom_line="[[E001]] and [[E001]]", sections=wanted)
    written = words_of(blocks(made, SectionKind.SOURCES, Listing)[0])[0]

    assert written == (
        "Boldizsar Gyori. “Ukraine repels Russian attempt to enter Kupiansk, military says”, "
        "The Kyiv Independent, 14 Nov 2024 11:39 (zone unknown). "
        "https://kyivindependent.com/ukraine-repels-russian-attempt-to-enter-kupiansk-military-"
        "says/. Exhibit E001, article, accessed 14 Nov 2024. News outlet, Ukraine; usually "
        "reliable. Cited in Bottom line\u00a0a\u00a0b."
    )


def test_a_source_that_cannot_be_judged_is_not_called_bad():
    graded = blocks(outline(kupiansk()), SectionKind.SOURCES, Listing)[1]
    said = {words.split(",")[0]: words for words in words_of(graded)}
    letters = {entry.content[0].runs[0].text: entry.label.text for entry in graded.entries}

    assert said["Passer-by’s channel"] == "Passer-by’s channel, social media. Cannot be judged."
    assert said["DeepState"].startswith(
        "DeepState, monitoring group, Ukraine. Fairly reliable: crowd-sourced"
    )
    assert "official body, Ukraine, a party to what it speaks of." in said["General Staff"]
    assert (letters["Passer-by’s channel"], letters["DeepState"]) == ("F", "C")


def test_claims_show_status_working_and_who_speaks_for_and_against():
    claim, status, speaks_for, against = rows(outline(kupiansk()), SectionKind.CLAIMS)[2]

    assert claim.startswith("C2\u2002Two Russian columns")
    assert "Likelihood: likely (55–80 %)" in claim
    assert status == "disputed"
    assert speaks_for == "[1] [2] DeepState C\u00a03"
    assert against == "[1] General Staff B\u00a02"


def test_the_legend_of_grades_never_stands_alone():
    last = blocks(outline(kupiansk()), SectionKind.CLAIMS, Table)[0].rows[-1]

    assert cell_text(last.cells[0]).startswith("Grades after AJP-2.1")
    assert last.kept


def test_how_a_status_came_about_stands_below_its_claim():
    (below,) = rows(outline(kupiansk()), SectionKind.CLAIMS)[3]

    assert below.startswith("3\u00a0reports, 2\u00a0independent origins: DeepState (")
    assert below.endswith("It stands in an open dispute with C1.")


def test_reports_alike_but_for_their_reasons_are_told_together():
    case = kupiansk()
    case.reports[1].credibility_reason = "Seen on the map."
    case.reports[2].credibility_reason = "Said again."

    said = rows(outline(case), SectionKind.CLAIMS)[2][2]
    assert said == "[1] [2] DeepState C\u00a03 | Seen on the map. Said again."

    case.reports[2].credibility = Credibility.DOUBTFUL
    said = rows(outline(case), SectionKind.CLAIMS)[2][2]
    assert said == (
        "[1] DeepState C\u00a03 | Seen on the map. | [2] DeepState C\u00a04 | Said again."
    )


def test_likelihood_and_confidence_are_never_in_one_sentence():
    claim, below = (row[0] for row in rows(outline(kupiansk()), SectionKind.CLAIMS)[:2])

    assert claim.endswith(" | Likelihood: unlikely (20–45 %)")
    assert below.startswith("Confidence: low | 1\u00a0report, 1")


def test_likelihood_words_are_those_of_the_case():
    case = kupiansk()
    case.case.ladder = Ladder.PHIA

    assert "highly likely (80–90 %)" in rows(outline(case), SectionKind.CLAIMS)[4][0]


def test_a_dispute_sets_two_accounts_side_by_side():
    made = outline(kupiansk())
    comparison = blocks(made, SectionKind.DISPUTES, Comparison)[0]
    said = [text_of(part.runs) for part in comparison.left.content]

    assert said == [
        "General Staff, via Ukrinform →\u00a0The Kyiv Independent, 14 Nov 2024 (B\u00a02) [1]",
        "“Russian invaders failed to enter Kupiansk.”",
    ]
    assert text_of(comparison.right.statement.runs).endswith("lost heavily. C2")
    assert text_of(comparison.below[0].runs).startswith("How both could hold: Columns may")


def test_a_dispute_names_a_claimant_once_for_all_he_says():
    case = kupiansk()
    again = Anchor(clip_id=case.clips[0].id, kind=AnchorKind.TEXT, exact="Not one got in.")
    case.anchors.append(again)
    more = Report(**{**case.reports[0].model_dump(), "id": "again", "anchor_id": again.id})
    case.reports.append(more)
    way = [relay for relay in case.relays if relay.report_id == case.reports[0].id]
    case.relays.extend(
        Relay(report_id=more.id, source_id=relay.source_id, ordinal=relay.ordinal) for relay in way
    )
    comparison = blocks(outline(case), SectionKind.DISPUTES, Comparison)[0]

    assert [text_of(part.runs) for part in comparison.left.content][1:] == [
        "“Russian invaders failed to enter Kupiansk.”",
        "“Not one got in.”",
    ]


def test_a_claimant_who_speaks_against_a_claim_is_not_printed_as_saying_it():
    case = kupiansk()
    case.reports[3].said_when = "2024-11-14"
    said = [row[2] for row in rows(outline(case), SectionKind.TIMELINE)]

    assert "General Staff supports C1, contradicts C2 [1]" in said
    assert "DeepState supports C2 [1]" in said
    assert not any(row.startswith("General Staff: ") for row in said)


def test_a_date_is_said_once_for_all_that_share_it():
    case = kupiansk()
    case.claims[1].event_time = "2024-11-13"
    when = [row[0] for row in rows(outline(case), SectionKind.TIMELINE)]
    first = when.index("13 Nov 2024")

    assert when[first : first + 2] == ["13 Nov 2024", ""]


def test_a_date_that_many_share_is_said_again_from_time_to_time():
    made = section(outline(large()), SectionKind.TIMELINE).blocks[0]
    runs = "".join("j" if row.joined else "|" for row in made.rows)

    assert "jjjjjjj|jjjjjjj" in runs
    assert "j" * 8 not in runs


def test_claims_of_one_date_stand_in_the_order_of_their_numbers():
    said = [row[2].rsplit(" ", 1)[1] for row in rows(outline(large()), SectionKind.TIMELINE)]

    assert said.index("C9") < said.index("C10") < said.index("C63")


def test_what_was_captured_in_one_minute_is_one_row():
    case = kupiansk()
    case.clips[1].captured = case.clips[0].captured + timedelta(seconds=20)
    made = outline(case)

    assert rows(made, SectionKind.TIMELINE)[-1] == [
        "14 Nov 2024 12:02 UTC",
        "□\u00a0captured",
        "2 exhibits [1] [2]",
    ]


def test_the_timeline_names_the_clock_of_each_time():
    clocks = [row[1].split("\u00a0")[1] for row in rows(outline(kupiansk()), SectionKind.TIMELINE)]

    assert set(clocks) == {"happened", "reported", "captured"}


def test_units_show_where_they_were_said_to_be():
    row = rows(outline(kupiansk()), SectionKind.UNITS)[0]

    assert row == [
        "Khartia Brigade | 13th Operational Brigade · Хартія",
        "Ukraine, friend",
        "brigade, mechanized infantry",
        "the Kupiansk area ± 12 km, 5 May 2024 [1] The Kyiv Independent\u00a0B",
    ]


def test_a_unit_that_a_place_only_bears_on_is_not_said_to_be_there():
    case = kupiansk()
    case.positions[0].bearing = "direction of fire"

    assert rows(outline(case), SectionKind.UNITS)[0][-1] == (
        "direction of fire: the Kupiansk area ± 12 km, 5 May 2024 [1] The Kyiv Independent\u00a0B"
    )


def test_units_tell_which_positions_are_known_better_than_they_are_printed():
    said = blocks(outline(kupiansk()), SectionKind.UNITS, Paragraph)

    assert [text_of(each.runs) for each in said] == [
        "Positions are printed coarser than they are known: Khartia Brigade (10 km)."
    ]


def test_positions_that_may_be_released_as_they_are_need_no_word():
    case = kupiansk()
    case.units[0].release_m = 0

    assert blocks(outline(case), SectionKind.UNITS, Paragraph) == []
    assert (
        rows(outline(case), SectionKind.UNITS)[0][-1]
        == "Kupiansk ± 5 km, 5 May 2024 [1] The Kyiv Independent\u00a0B"
    )


def test_the_timeline_tells_no_more_of_a_position_than_the_units_do():
    events = [row[-1] for row in rows(outline(kupiansk()), SectionKind.TIMELINE)]

    assert "Khartia Brigade at the Kupiansk area [1]" in events


@pytest.mark.parametrize(
    ("precision", "printed"),
    [
        (None, "Kupiansk (49.7106, 37.6156)"),
        (5, "Kupiansk (49.71060, 37.61560) ± 5 m"),
        (2_500, "Kupiansk (49.71, 37.62) ± 2.5 km"),
        (5_000, "Kupiansk (49.71, 37.62) ± 5 km"),
        (15_000, "Kupiansk (49.7, 37.6) ± 15 km"),
        (120_000, "Kupiansk ± 120 km"),
    ],
)
def test_a_position_has_no_more_digits_than_are_known(precision, printed):
    case = kupiansk()
    position = case.positions[0]
    position.lat, position.lon, position.precision_m = 49.7106, 37.6156, precision
    position.interval = ""
    case.units[0].release_m = 0

    assert (
        rows(outline(case), SectionKind.UNITS)[0][-1]
        == f"{printed} [1] The Kyiv Independent\u00a0B"
    )


def test_a_position_without_a_name_is_rounded_too():
    case = kupiansk()
    position = case.positions[0]
    position.lat, position.lon, position.precision_m = 49.7106, 37.6156, 120_000
    position.location_id, position.interval = None, ""

    assert (
        rows(outline(case), SectionKind.UNITS)[0][-1]
        == "50, 38 ± 120 km [1] The Kyiv Independent\u00a0B"
    )


def test_a_picture_carries_its_credit_to_the_letter():
    case = kupiansk()
    case.files[1].credit = "  (A.  Body/Agency) "
    figure = blocks(outline(case), SectionKind.PICTURES, Figures)[0].figures[0]

    assert text_of(figure.caption[1].runs) == "  (A.  Body/Agency) "
    assert figure.load() == PHOTO_COPY


def test_the_copy_that_is_printed_is_made_by_the_step_that_makes_what_is_shown():
    assert SHOWN == DISPLAY


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

    hashes = [word for row in written for word in row[-1].split(" | ") if len(word) == 64]
    taken = [file for file in case.files if file.role is not FileRole.DERIVATIVE]
    assert hashes == [file.sha256 for file in taken]
    assert written[0][2:] == ["14 Nov 2024 12:02:31 UTC", "dropped, Caseboard 0.1.0"]


def test_an_exhibit_that_is_not_the_article_says_so():
    case = kupiansk()
    case.clips[0].hollow = Hollow.PAYWALL
    said = [row[1] for row in rows(outline(case), SectionKind.EXHIBITS)]
    assert sum("Not the article: the site asked to subscribe." in words for words in said) == 1


def test_what_was_made_of_an_exhibit_takes_one_line():
    case = kupiansk()
    case.files.append(made_file(case.clips[0], b"<p>", "sanitised page", media="text/html"))
    case.files[-1].made_from_id = case.files[0].id
    told = [
        word for row in rows(outline(case), SectionKind.EXHIBITS) for word in row[-1].split(" | ")
    ]
    made = [word for word in told if word.startswith("Made of")]

    steps = "thumbnail, picture to show; article.html →\u00a0sanitised page"
    assert made == [f"Made of them by Caseboard 0.1.0: {steps}."]


def test_the_flavours_of_a_drag_take_one_paragraph():
    case = kupiansk()
    for number in range(8):
        flavour = ClipFile(
            clip_id=case.clips[1].id,
            sha256=f"{number}" * 64,
            role=FileRole.PAYLOAD,
            name="",
            media_type=f"text/x-{number}",
            bytes=9,
            ordinal=number,
        )
        case.files.append(flavour)
    written = rows(outline(case), SectionKind.EXHIBITS)

    assert written[-1][1].startswith(
        "Drag payload, 8 flavours, with the first half of their SHA-256: text/x-0\u00a0" + "0" * 32
    )
    assert written[-1][1].endswith("text/x-7\u00a0" + "7" * 32)


def test_a_note_with_a_title_of_its_own_is_dated_beside_it():
    case = kupiansk()
    case.notes[0].text = "## What is missing\n\nImagery, and the sentence in [[E001]]."
    head, body = section(outline(case), SectionKind.NOTES).blocks

    assert text_of(head.runs) == "What is missing\u200214 Nov 2024 12:33 UTC, on E001 [1]"
    assert text_of(body.runs) == "Imagery, and the sentence in [1]."


def test_a_note_without_words_does_not_stop_the_briefing():
    case = kupiansk()
    case.notes[0].text = "---"

    assert len(section(outline(case), SectionKind.NOTES).blocks) == 1


def test_confidence_stands_on_its_own_with_its_basis():
    made = outline(kupiansk(), confidence=Confidence.HIGH, confidence_basis="Seen [[E001]].")
    (facts,) = blocks(made, SectionKind.JUDGEMENTS, Facts)
    (fact,) = facts.facts

    assert fact.label == "Confidence"
    assert text_of(fact.value) == "High. Seen[1]."


def test_the_check_names_the_change_set_and_its_hash():
    fact = section(outline(kupiansk()), SectionKind.CHECK).blocks[-1].facts[0]

    assert text_of(fact.value) == f"Change-set 87, {HEAD}"


def test_every_link_of_the_cases_leads_somewhere():
    made = outline(kupiansk())
    anchors = anchors_of(made)
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
    assert facts["Briefing"] == "Version 1"


def test_grades_are_two_letters_never_one_number():
    case = kupiansk()
    case.sources[0].reliability = Reliability.A

    assert "General Staff A\u00a02" in rows(outline(case), SectionKind.CLAIMS)[0][2]


def test_portions_are_marked_where_that_is_wanted():
    sections = [
        {"kind": "bottom_line", "on": True},
        {"kind": "claims", "on": True, "marking": "TLP:GREEN"},
    ]
    plain = outline(kupiansk(), sections=sections)
    marked = outline(kupiansk(), sections=sections, has_portion_marks=True)
    own = outline(
        kupiansk(), sections=sections, has_portion_marks=True, classification=" RESTRICTED "
    )

    assert [each.marking for each in plain.sections] == ["", ""]
    assert [each.marking for each in marked.sections] == ["TLP:AMBER", "TLP:GREEN"]
    assert [each.marking for each in own.sections] == ["RESTRICTED", "TLP:GREEN"]


def test_a_formation_nobody_knows_is_visible_as_such_and_its_claimant_graded():
    case = kupiansk()
    unit, said = case.units[0], case.reports[1]
    unit.is_identified, unit.status = False, UnitStatus.PLANNED
    case.positions[0].anchor_id = said.anchor_id
    name, *_others, where = rows(outline(case), SectionKind.UNITS)[0]

    assert name.endswith(" | not identified, planned or expected")
    assert where.endswith("[1] DeepState\u00a0C\u00a03")
