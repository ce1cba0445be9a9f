"""Pictures in a briefing: whose they are, of when and of what, and what is marked on them."""

from dataclasses import replace

import pytest
from briefing_cases import (
    CREDIT,
    EXPORTED,
    PHOTO,
    PHOTO_COPY,
    PICTURES,
    TOOL,
    briefing,
    compose,
    kupiansk,
    outline,
    picture_file,
)
from test_briefing_outline import blocks

from caseboard.analysis.standing import standings
from caseboard.briefing.blocks import Figures, Region, SectionKind, text_of
from caseboard.model.claim import Report
from caseboard.model.clip import Anchor, Tag
from caseboard.model.ids import ClipId
from caseboard.model.terms import AnchorKind, Credibility, Reuse, Stance, TagState

ILLUSTRATIVE = "Illustrative: taken 5 May 2024, not of the event (about 13 Nov 2024)."
BY_CAPTION = ILLUSTRATIVE.replace("2024,", "2024 (by its caption),")


def figures(case, **changes):
    return blocks(outline(case, **changes), SectionKind.PICTURES, Figures)[0].figures


def lines(figure):
    return [text_of(part.runs) for part in figure.caption]


def photo_of(case):
    return next(file for file in case.files if file.name == "photo.jpg")


def region(case, x, y, **more):
    made = Anchor(
        clip_id=case.clips[0].id,
        file_id=photo_of(case).id,
        kind=AnchorKind.PICTURE,
        **{"x": x, "y": y, "w": 0.2, "h": 0.1, **more},
    )
    case.anchors.append(made)
    return made


@pytest.fixture
def case():
    """The photo was taken in May; the claims of its article are of November."""
    made = replace(kupiansk(), tags=[])
    made.claims[0].event_time = made.claims[2].event_time = ""
    return made


def test_a_picture_of_another_day_is_called_illustrative(case):
    assert BY_CAPTION in lines(figures(case)[0])


def test_what_the_case_read_from_a_caption_dates_it_too(case):
    photo_of(case).caption = "A gun crew of the Khartia Brigade"

    assert BY_CAPTION in lines(figures(case)[0])


def test_the_camera_is_asked_before_the_caption(case):
    photo_of(case).meta = {"EXIF DateTimeOriginal": "2024:11:13 22:10:00"}

    assert any(
        line.startswith("Taken 13 Nov 2024 22:10 (zone unknown). Place: the Kupiansk area.")
        for line in lines(figures(case)[0])
    )


@pytest.mark.parametrize("key", ["IPTC Date created", "XMP photoshop:DateCreated"])
def test_a_day_the_publisher_wrote_into_it_is_read(case, key):
    photo_of(case).meta = {key: "2024-05-05", "IPTC State": "Donetsk Oblast"}

    assert ILLUSTRATIVE in lines(figures(case)[0])
    assert "Place: Donetsk Oblast. Re-use not cleared." in lines(figures(case)[0])


def test_a_picture_that_a_claim_rests_on_is_evidence_and_not_illustrative(case):
    spot = region(case, 0.1, 0.2)
    case.reports.append(
        Report(
            claim_id=case.claims[1].id,
            anchor_id=spot.id,
            stance=Stance.SUPPORTS,
            claimant_id=case.sources[0].id,
            credibility=Credibility.POSSIBLE,
        )
    )
    told = lines(figures(case)[0])

    assert ILLUSTRATIVE not in told
    assert "A supports C2" in told
    assert any(
        line.startswith("Taken 5 May 2024 (by its caption). Place: the Kupiansk area.")
        for line in told
    )


def test_that_nobody_knows_when_it_was_taken_is_said(case):
    case.files[2].caption = "A map"
    assert "It is not known when this was taken. Re-use not cleared." in lines(figures(case)[1])


def test_the_credit_is_printed_to_the_letter(case):
    photo_of(case).credit = "  (A.  Body/Agency) "
    bold = [run for part in figures(case)[0].caption for run in part.runs if run.bold]

    assert bold[0].text == "  (A.  Body/Agency) "


def test_rights_and_terms_are_told(case):
    case.clips[0].reuse, case.clips[0].licence = Reuse.ALLOWED, "CC BY 4.0"

    assert any("Re-use allowed. Terms: CC BY 4.0." in line for line in lines(figures(case)[0]))


def test_marked_regions_are_lettered_and_the_legend_says_what_they_are(case):
    first, second, _empty = (region(case, 0.1 * number, 0.2) for number in (1, 2, 3))
    unit, place = case.units[0], case.locations[0]
    case.tags.extend(
        [
            Tag(anchor_id=first.id, unit_id=unit.id),
            Tag(anchor_id=first.id, keyword="D-20 howitzer"),
            Tag(anchor_id=first.id, keyword="a guess", state=TagState.SUGGESTED),
            Tag(anchor_id=second.id, location_id=place.id),
        ]
    )
    figure = figures(case)[0]

    assert figure.regions == (Region("A", 0.1, 0.2, 0.2, 0.1), Region("B", 0.2, 0.2, 0.2, 0.1))
    assert "A Khartia Brigade, D-20 howitzer; B Kupiansk" in lines(figure)


def test_the_same_picture_in_two_exhibits_is_one_figure_with_both(case):
    twin = picture_file(case.clips[1], PHOTO, "again.jpg", "", "")
    case.files.append(twin)
    first, second = figures(case)

    assert lines(first)[-1].startswith("Published 14 Nov 2024 11:39")
    assert lines(first)[-1].endswith("exhibit E002 [2].")
    assert lines(first)[1] == CREDIT
    assert first.load() == PHOTO_COPY
    assert second.alt.startswith("Estimated Russian advance")


def test_a_picture_that_may_not_be_printed_leaves_a_sentence(case):
    made = compose(
        case,
        briefing(case.case),
        PICTURES,
        standings(case),
        exported=EXPORTED,
        program=TOOL,
        pictureless=frozenset([ClipId(case.clips[0].id)]),
    )
    figure = blocks(made, SectionKind.PICTURES, Figures)[0].figures[0]

    assert figure.load is None
    assert figure.problem.startswith("Not printed in this copy")
    assert CREDIT in lines(figure)


def test_regions_that_look_like_one_share_a_letter(case):
    first, again = region(case, 0.5, 0.2), region(case, 0.505, 0.2)
    apart = region(case, 0.62, 0.2)
    for place, keyword in ((first, "gun"), (again, "D-20"), (apart, "crew")):
        case.tags.append(Tag(anchor_id=place.id, keyword=keyword))
    figure = figures(case)[0]

    assert [each.x for each in figure.regions] == [0.5, 0.62]
    assert "A gun, D-20; B crew" in lines(figure)
