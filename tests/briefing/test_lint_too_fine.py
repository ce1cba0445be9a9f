from dataclasses import replace

import pytest
from briefing_cases import kupiansk
from lintwork import findings, stretch, with_rows

from caseboard.briefing.linter.finding import Rule
from caseboard.model.claim import ClaimLocation
from caseboard.model.entities import Location, Position
from caseboard.model.terms import LocationKind


@pytest.fixture
def dossier():
    """The brigade is known to within a hundred metres, and told to within ten kilometres."""
    found = kupiansk()
    at = Position(
        case_id=found.case.id,
        unit_id=found.units[0].id,
        lat=49.7106,
        lon=37.6156,
        precision_m=100,
        anchor_id=found.anchors[0].id,
    )
    return replace(found, positions=[at])


@pytest.mark.parametrize(
    "written",
    [
        "49.7110, 37.6160",
        "37U DR 00210 06620",
        "49°42'40\"N 37°36'58\"E",
        "49,7110 37,6160",
        "49.711°\u00a0N, 37.616°\u00a0E",
        "49,711°\u00a0пн.\u00a0ш., 37,616°\u00a0сх.\u00a0д.",
    ],
)
def test_coordinates_near_a_unit_are_found_in_a_text(dossier, written):
    text = f"The guns stand at {written}, it is said [[E001]]."
    (found,) = findings(Rule.TOO_FINE, dossier=dossier, bottom_line=text)
    assert stretch(found, text) == written
    assert "Khartia" in found.words


@pytest.mark.parametrize(
    "text",
    [
        "The guns stand at 49.7, 37.6 [[E001]].",
        "Losses rose from 12.50, 13.75 on the day before [[E001]].",
        "They were 2 to 3 km away [[E001]].",
    ],
)
def test_what_tells_no_unit_closer_is_not_found(dossier, text):
    assert not findings(Rule.TOO_FINE, dossier=dossier, bottom_line=text)


def test_a_unit_that_may_be_told_as_it_is_gives_nothing_away(dossier):
    dossier.units[0].release_m = 0.0
    text = "The guns stand at 49.7110, 37.6160 [[E001]]."
    assert not findings(Rule.TOO_FINE, dossier=dossier, bottom_line=text)


def test_a_photo_taken_where_a_unit_is_is_found(dossier):
    dossier.files[1].meta = {"lat": 49.72, "lon": 37.62}
    (found,) = findings(Rule.TOO_FINE, dossier=dossier)
    assert (found.where.table, found.where.row_id) == ("clip", dossier.files[1].clip_id)
    dossier.files[1].meta = {"lat": 48.0, "lon": 37.62}
    assert not findings(Rule.TOO_FINE, dossier=dossier)


def test_a_site_of_a_unit_that_the_map_prints_for_a_claim_is_found(dossier):
    site = Location(name="Depot 7", kind=LocationKind.SITE, lat=49.71, lon=37.61, precision_m=50)
    at = dossier.positions[0].model_copy(update={"location_id": site.id, "lat": None, "lon": None})
    dossier = with_rows(replace(dossier, positions=[at]), "locations", site)
    assert not findings(Rule.TOO_FINE, dossier=dossier)
    about = ClaimLocation(claim_id=dossier.claims[0].id, location_id=site.id)
    (found,) = findings(Rule.TOO_FINE, dossier=with_rows(dossier, "claim_locations", about))
    assert (found.where.table, found.where.row_id) == ("location", site.id)


def test_a_position_far_from_every_unit_is_found_without_naming_one(dossier):
    text = "The guns stand at 48.0110, 36.6160 [[E001]]."
    (found,) = findings(Rule.TOO_FINE, dossier=dossier, bottom_line=text)
    assert stretch(found, text) == "48.0110, 36.6160"
    assert found.words == "“48.0110, 36.6160” is a position closer than 10 km."
    assert "Khartia" not in found.words


def put(dossier, name, field):
    getattr(dossier, name)[0].__dict__[field] = "They were at 8GXVPJ68+28, he said."


@pytest.mark.parametrize(
    ("name", "field", "table"),
    [
        ("claims", "statement", "claim"),
        ("claims", "assessment", "claim"),
        ("reports", "credibility_reason", "claim"),
        ("clips", "title", "clip"),
        ("files", "caption", "clip"),
        ("anchors", "exact", "clip"),
        ("notes", "text", "note"),
        ("disputes", "reading", "dispute"),
    ],
)
def test_a_position_in_a_row_that_is_printed_is_found_there(dossier, name, field, table):
    assert not findings(Rule.TOO_FINE, dossier=dossier)
    put(dossier, name, field)
    (found,) = findings(Rule.TOO_FINE, dossier=dossier)
    assert found.where.table == table
    assert found.words == "“8GXVPJ68+28” is a position closer than 10 km."


def test_a_private_note_is_let_be(dossier):
    put(dossier, "notes", "text")
    dossier.notes[0].is_private = True
    assert not findings(Rule.TOO_FINE, dossier=dossier)


def test_a_long_address_is_quoted_in_part(dossier):
    address = f"https://www.google.com/maps/@49.71003,37.61581,15z/data={'x' * 200}"
    (found,) = findings(Rule.TOO_FINE, dossier=dossier, bottom_line=f"See {address} [[E001]].")
    assert len(found.words) < 200
