"""What of a map was so by some moment."""

from dataclasses import replace
from datetime import UTC, datetime

from casework import Casework

from caseboard.analysis import as_of
from caseboard.model.spots import Spot, SpotKey, SpotKind

NOON = datetime(2024, 11, 13, 12, tzinfo=UTC)


def spot(row, kind=SpotKind.CLAIM, **more):
    return Spot(SpotKey(kind, row), 49.7, 37.6, row, **more)


def left(*spots, dossier=None):
    return [each.key.row_id for each in as_of.by(spots, dossier or Casework().dossier, NOON)]


def test_what_happened_later_is_left_out():
    assert left(spot("before", when="2024-11-12"), spot("after", when="2024-11-14")) == ["before"]


def test_what_began_before_is_there_though_it_went_on():
    assert left(spot("on", when="2024-11-12/2024-11-20"), spot("now", when="2024-11-13")) == [
        "on",
        "now",
    ]


def test_without_a_time_of_its_own_it_counts_when_it_was_said():
    place = SpotKind.PLACE
    spots = spot("known", place, said="2024-11-12"), spot("later", place, said="2024-11-15")
    assert left(*spots) == ["known"]


def test_what_has_no_time_at_all_stays():
    assert left(spot("ever")) == ["ever"]


def test_of_a_unit_only_its_last_positions_by_then_are_left():
    work = Casework()
    work.clip("E001")
    for place, when in (("A", "2024-11-10"), ("B", "2024-11-12"), ("C", "2024-11-12"),
                        ("D", "2024-11-14")):  # fmt: skip
        work.position("1 Bde", place, when, "E001")
    work.position("2 Bde", "A", "2024-11-01", "E001")
    spots = [
        spot(each.id, SpotKind.POSITION, when=each.interval) for each in work.dossier.positions
    ]
    assert left(*spots, dossier=work.dossier) == ["1 Bde at B", "1 Bde at C", "2 Bde at A"]


def test_a_position_without_a_time_is_not_outdated():
    work = Casework()
    work.clip("E001")
    work.position("1 Bde", "A", "", "E001")
    work.position("1 Bde", "B", "2024-11-12", "E001")
    known = [spot(each.id, SpotKind.POSITION) for each in work.dossier.positions]
    dated = [known[0], replace(known[1], when="2024-11-12")]
    assert left(*dated, dossier=work.dossier) == ["1 Bde at A", "1 Bde at B"]
