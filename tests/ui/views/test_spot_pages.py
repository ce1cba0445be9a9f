"""What is known at one spot of the map."""

import pytest

from caseboard.analysis import spots
from caseboard.analysis.standing import weigh
from caseboard.mapping.coordinates import Notation
from caseboard.model.spots import SpotKey, SpotKind
from caseboard.model.terms import ClaimStatus
from caseboard.store import ledgers
from caseboard.store import spots as stored
from caseboard.ui.map import spot_facts
from caseboard.ui.map.spot_pages import SpotPages
from spotwork import Spotwork


@pytest.fixture
def work(library, history):
    return Spotwork(library, history)


@pytest.fixture
def pages(work):
    """The pages of a case with something of everything."""

    async def pages():
        await work.fill()
        ledger = work.read(ledgers.read, work.case)
        statuses = {claim_id: each.status for claim_id, each in weigh(ledger).items()}
        seen = work.read(stored.read, work.case)
        return SpotPages(spots.placed(seen, statuses), seen, statuses)

    return pages


async def test_a_place_has_its_clips_claims_units_and_the_photos_within_its_reach(pages, work):
    found = await pages()
    page = found.page(SpotKey(SpotKind.PLACE, work.kupiansk))
    assert [(line.clip.id, line.passages) for line in page.clips] == [(work.clip_id, 1)]
    assert page.clips[0].anchor_id
    assert [line.claim.id for line in page.claims] == [work.later_id, work.claim_id]
    assert page.claims[0].status is ClaimStatus.SINGLE_SOURCE
    assert [line.unit.name for line in page.positions] == ["Khartia Brigade"]
    assert [spot.label for spot in page.photos] == ["A photo"]


async def test_a_photo_beyond_the_reach_of_a_place_is_not_there(pages, work):
    found = await pages()
    far = await work.place("Borova", 49.38, 37.62)
    await work.tag_known(work.clip_id, "stopped", far, "Borova")
    seen = work.read(stored.read, work.case)
    found = SpotPages(spots.placed(seen, {}), seen, {})
    assert found.page(SpotKey(SpotKind.PLACE, far)).photos == ()


async def test_a_claim_has_its_reports_and_the_other_claims_of_the_place(pages, work):
    page = (await pages()).page(SpotKey(SpotKind.CLAIM, work.claim_id, work.kupiansk))
    assert page.location.name == "Kupiansk"
    assert [line.clip.id for line in page.clips] == [work.clip_id]
    assert [line.claim.id for line in page.claims] == [work.later_id]


async def test_a_unit_has_where_else_it_was_the_newest_first(work):
    await work.fill()
    for interval in ("2024-10", "2024-11-20"):
        await work.unit_at(work.clip_id, "Khartia Brigade", work.oskil, interval)
    seen = work.read(stored.read, work.case)
    found = SpotPages(spots.placed(seen, {}), seen, {})
    page = found.page(SpotKey(SpotKind.POSITION, work.position_id))
    assert page.unit.id == work.unit_id
    assert [line.position.interval for line in page.positions] == ["2024-11-20", "2024-10"]
    assert page.clips[0].anchor_id == page.position.anchor_id


async def test_rows_are_found_by_whatever_stands_for_them(pages, work):
    found = await pages()
    position = SpotKey(SpotKind.POSITION, work.position_id)
    assert found.keys_of(work.unit_id) == found.keys_of(work.position_id) == {position}
    assert {key.at for key in found.keys_of(work.claim_id)} == {work.kupiansk, work.oskil}
    (photo,) = found.keys_in(work.photo_clip_id)
    assert photo.kind is SpotKind.PHOTO
    assert found.keys_of("nothing") == frozenset()
    assert found.name_of(work.unplaced) == "Somewhere"
    assert found.name_of(work.claim_id) == "The attack was repelled"
    assert found.name_of("nothing") == ""
    assert found.page(SpotKey(SpotKind.PLACE, work.unplaced)) is None


async def test_facts_of_each_kind_are_said(pages, work):
    found = await pages()

    def facts(key, notation=Notation.DECIMAL):
        return {each.key: each.value for each in spot_facts.facts(found.page(key), notation)}

    place = SpotKey(SpotKind.PLACE, work.kupiansk)
    assert facts(place, Notation.PLUS)["Plus code"] == "8GXVPJ68+28"
    claim = facts(SpotKey(SpotKind.CLAIM, work.later_id, work.kupiansk))
    assert (claim["At"], claim["When"]) == ("Kupiansk", "14 Nov 2024")
    unit = facts(SpotKey(SpotKind.POSITION, work.position_id))
    assert unit["When"] == "10–13 Nov 2024"
    assert unit["APP-6 code"] == "10031000181211000000"
    (photo,) = found.keys_in(work.photo_clip_id)
    assert facts(photo)["Camera"] == "looked towards 90°"
    assert facts(photo)["Precision"] == "± 12 m"


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("geonames:703656", "GeoNames 703656"),
        ("katottg:UA63", "KATOTTG UA63"),
        ("7", "7"),
        ("", ""),
    ],
)
async def test_a_gazetteer_is_named_by_its_name(pages, work, kept, said):
    page = (await pages()).page(SpotKey(SpotKind.PLACE, work.kupiansk))
    page.location.gazetteer_id = kept
    assert spot_facts.gazetteer(page.location) == said


def test_positions_south_and_west_are_said_so():
    assert spot_facts.four_places(-33.5, -70.25) == "33.5000°\u00a0S, 70.2500°\u00a0W"
