"""What of a case is known to be somewhere."""

from dataclasses import replace

import pytest
from casework import CAPTURED, Casework

from caseboard.analysis import spots
from caseboard.model.claim import ClaimLocation
from caseboard.model.clip import ClipFile, Tag
from caseboard.model.entities import Location, Position, Unit
from caseboard.model.spots import SpotKey, SpotKind
from caseboard.model.terms import ClaimStatus, FileRole, LocationKind, Stance, TagState

AT = "2024-11-14T12:00:00Z"
RIVER = '{"type": "LineString", "coordinates": [[37.6, 49.7], [37.7, 49.6]]}'


@pytest.fixture
def work():
    work = Casework()
    work.clip("E001", published="2024-11-14")
    work.clip("E002", published="2024-11-13")
    return work


def with_rows(work, **rows):
    """The dossier of `work` with more rows of each kind named."""
    dossier = work.dossier
    return replace(
        dossier, **{name: (*getattr(dossier, name), *more) for name, more in rows.items()}
    )


def kupiansk(**more):
    return Location(
        id="kup", name="Kupiansk", lat=49.71, lon=37.61, **{"precision_m": 2000, **more}
    )


def tag(number, clip, place="kup", **more):
    return Tag(id=f"t{number}", anchor_id=f"at {clip}", location_id=place, **more)


def photo(**meta):
    return ClipFile(
        id="f1",
        clip_id="E001",
        sha256="0" * 64,
        role=meta.pop("role", FileRole.ORIGINAL),
        name="a.jpg",
        media_type="image/jpeg",
        bytes=1,
        meta={"lat": 49.5, "lon": 37.5, **meta},
    )


def test_a_place_counts_its_passages_and_names_its_clips_in_order(work):
    tags = [tag(1, "E002"), tag(2, "E001"), tag(3, "E001")]
    (spot,) = spots.of(with_rows(work, locations=[kupiansk()], tags=tags))
    assert spot.key == SpotKey(SpotKind.PLACE, "kup")
    assert (spot.lat, spot.lon, spot.label, spot.precision_m) == (49.71, 37.61, "Kupiansk", 2000)
    assert (spot.count, spot.clip_ids) == (3, ("E001", "E002"))
    assert (spot.when, spot.said, spot.captured) == ("", "2024-11-13", AT)
    assert (spot.kind, spot.status) == (LocationKind.SETTLEMENT, None)


def test_a_river_keeps_its_course(work):
    oskil = kupiansk(kind=LocationKind.RIVER, geometry=RIVER)
    (spot,) = spots.of(with_rows(work, locations=[oskil], tags=[tag(1, "E001")]))
    assert (spot.kind, spot.geometry) == (LocationKind.RIVER, RIVER)


@pytest.mark.parametrize("state", [TagState.SUGGESTED, TagState.REJECTED])
def test_what_nobody_accepted_is_nowhere(work, state):
    tags = [tag(1, "E001", state=state)]
    assert spots.of(with_rows(work, locations=[kupiansk()], tags=tags)) == ()


def test_what_has_no_position_is_nowhere(work):
    work.claim("C1")
    work.position("1 Bde", "Somewhere", "", "E001")
    dossier = with_rows(
        work,
        tags=[tag(1, "E001", "Somewhere")],
        claim_locations=[ClaimLocation(claim_id="C1", location_id="Somewhere")],
        files=[photo(lat=None)],
    )
    assert spots.of(dossier) == ()


def test_a_claim_is_at_each_of_its_places_with_its_status_and_its_clocks(work):
    work.claim("C1", "They got in.", event_time="2024-11-13~")
    work.report("C1", "E001", "DeepState", said_when="2024-11-13T23:00")
    work.report("C1", "E002", "General Staff", stance=Stance.CONTRADICTS, said_when="2024-11-14")
    about = [ClaimLocation(id=each, claim_id="C1", location_id=each) for each in ("pet", "kup")]
    places = [kupiansk(), Location(id="pet", name="Petropavlivka", lat=49.72, lon=37.71)]
    first, second = spots.of(with_rows(work, locations=places, claim_locations=about))
    assert [first.key.at, second.key.at] == ["kup", "pet"]
    assert (first.label, first.status, first.count) == ("They got in.", ClaimStatus.DISPUTED, 2)
    assert (first.when, first.said) == ("2024-11-13~", "2024-11-13T23:00")
    assert first.clip_ids == ("E001", "E002")


def test_a_report_without_a_time_of_its_own_was_said_when_its_clip_was_published(work):
    work.claim("C1")
    work.report("C1", "E001", "DeepState")
    about = [ClaimLocation(claim_id="C1", location_id="kup")]
    (spot,) = spots.of(with_rows(work, locations=[kupiansk()], claim_locations=about))
    assert spot.said == "2024-11-14"


def test_a_photo_is_where_its_file_says_it_was_taken(work):
    file = photo(
        **{
            "EXIF DateTimeOriginal": "2024:11:12 08:15:30",
            "EXIF OffsetTimeOriginal": "+02:00",
            "GPS ImgDirection": "123.5° from true north",
            "precision_m": 8,
        }
    )
    (spot,) = spots.of(with_rows(work, files=[file]))
    assert spot.key == SpotKey(SpotKind.PHOTO, "f1")
    assert (spot.lat, spot.lon, spot.precision_m, spot.direction) == (49.5, 37.5, 8, 123.5)
    assert (spot.label, spot.when) == ("Title of E001", "2024-11-12T08:15:30+02:00")


def test_a_photo_that_states_little_is_taken_to_be_roughly_there_at_an_unknown_time(work):
    (spot,) = spots.of(with_rows(work, files=[photo()]))
    assert (spot.precision_m, spot.direction, spot.when) == (spots.PHOTO_M, None, "")


def test_a_copy_made_here_is_no_second_photo(work):
    assert spots.of(with_rows(work, files=[photo(role=FileRole.DERIVATIVE)])) == ()


@pytest.mark.parametrize(
    ("meta", "when"),
    [
        ({"EXIF DateTimeOriginal": "2024:11:12 08:15:30"}, "2024-11-12T08:15:30"),
        ({"EXIF DateTimeOriginal": "2024:99:12 08:15:30"}, ""),
        (
            {"GPS DateStamp": "2024:11:12", "GPS TimeStamp": "06:15:30 UTC"},
            "2024-11-12T06:15:30Z",
        ),
        ({"GPS DateStamp": "2024:11:12", "GPS TimeStamp": "6 h"}, ""),
        ({"GPS DateStamp": "2024:11:12"}, ""),
    ],
)
def test_the_time_of_a_photo_is_read_from_what_its_file_states(meta, when):
    assert spots.taken(meta) == when


def test_a_position_of_its_own_goes_before_that_of_its_place(work):
    work.position("1 Bde", "Somewhere", "2024-11-13", "E001")
    own = Position(
        id="p2",
        case_id="case",
        unit_id="1 Bde",
        location_id="kup",
        lat=49.8,
        lon=37.8,
        anchor_id="at E002",
    )
    dossier = with_rows(work, locations=[kupiansk()], positions=[own])
    (spot,) = spots.of(dossier)
    assert (spot.lat, spot.lon, spot.precision_m) == (49.8, 37.8, 2000)
    assert (spot.label, spot.clip_ids, spot.said) == ("1 Bde", ("E002",), "2024-11-13")


def test_a_position_takes_the_symbol_and_the_release_of_its_unit(work):
    unit = Unit(
        id="u", name="Khartia", sidc="10031000161211000000", designation="13", release_m=5000
    )
    where = Position(
        id="p",
        case_id="case",
        unit_id="u",
        location_id="kup",
        precision_m=300,
        interval="2024-11-13/..",
        anchor_id="at E001",
    )
    (spot,) = spots.of(with_rows(work, locations=[kupiansk()], units=[unit], positions=[where]))
    assert (spot.sidc, spot.designation, spot.release_m) == (unit.sidc, "13", 5000)
    assert (spot.precision_m, spot.when, spot.lat) == (300, "2024-11-13/..", 49.71)


def test_a_unit_that_a_place_only_bears_on_says_how(work):
    unit = Unit(id="u", name="Khartia", designation="13")
    where = Position(
        id="p",
        case_id="case",
        unit_id="u",
        location_id="kup",
        bearing="direction of fire",
        anchor_id="at E001",
    )
    (spot,) = spots.of(with_rows(work, locations=[kupiansk()], units=[unit], positions=[where]))
    assert (spot.label, spot.designation) == (
        "Khartia (direction of fire)",
        "13 (direction of fire)",
    )


def test_spots_come_in_order_of_their_keys_whatever_the_order_of_rows(work):
    places = [kupiansk(), Location(id="a", name="A", lat=1, lon=2)]
    tags = [tag(1, "E001"), tag(2, "E002", "a")]
    found = spots.of(with_rows(work, locations=places, tags=tags, files=[photo()]))
    assert [spot.key.row_id for spot in found] == ["a", "kup", "f1"]
    backwards = with_rows(work, locations=places[::-1], tags=tags[::-1], files=[photo()])
    assert spots.of(backwards) == found


def test_the_moment_of_capture_is_in_utc(work):
    (spot,) = spots.of(with_rows(work, locations=[kupiansk()], tags=[tag(1, "E001")]))
    assert spot.captured == AT == CAPTURED.strftime("%Y-%m-%dT%H:%M:%SZ")
