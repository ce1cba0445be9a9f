"""A case with one of everything that is somewhere, for tests of what is written of it."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from caseboard.analysis import spots
from caseboard.exchange.places_book import Kind
from caseboard.exchange.places_gathering import gather
from caseboard.model.case import Case
from caseboard.model.claim import Claim, ClaimLocation, Report
from caseboard.model.clip import Anchor, Clip, ClipFile, Tag
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Location, Position, Source, Unit
from caseboard.model.terms import (
    AnchorKind,
    ClipKind,
    FileRole,
    LayerKind,
    LocationKind,
    Marking,
    Method,
    Stance,
)
from caseboard.model.work import Layer

NOON = datetime(2024, 11, 14, 12, tzinfo=UTC)
NOTICE = "TLP:AMBER. Not for everybody."
RIVER = {"type": "LineString", "coordinates": [[37.6, 49.9], [37.65, 49.7]]}
CLOCKWISE = [[37.6, 49.7], [37.6, 49.8], [37.7, 49.8], [37.6, 49.7]]
SHEET = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "geometry": {"type": "Polygon", "coordinates": [CLOCKWISE]},
            "properties": {"name": "Occupied & held", "fill": "#c4443a", "fill-opacity": 0.5},
        }
    ],
}


def dossier():
    """A town, a river, a claim, a photo, a unit, a layer."""
    clip = Clip(
        id="e1",
        case_id="case",
        ref="KUP-E001",
        kind=ClipKind.IMAGE,
        title="Title",
        published="2024-11-14",
        captured=NOON,
        method=Method.PASTE,
        tool="test",
    )
    photo = ClipFile(
        id="f1",
        clip_id="e1",
        sha256="0" * 64,
        role=FileRole.ORIGINAL,
        name="a.jpg",
        media_type="image/jpeg",
        bytes=1,
        meta={"lat": -33.5, "lon": -70.25, "GPS ImgDirection": "90° from true north"},
    )
    anchor = Anchor(id="a1", clip_id="e1", kind=AnchorKind.TEXT, exact="x", start=0, end=1)
    return Dossier(
        Case(id="case", ref="KUP", title="Kupiansk", marking=Marking.AMBER, created=NOON),
        1,
        "",
        NOON,
        clips=[clip],
        files=[photo],
        anchors=[anchor],
        tags=[
            Tag(id="t1", anchor_id="a1", location_id="kup"),
            Tag(id="t2", anchor_id="a1", location_id="osk"),
        ],
        sources=[Source(id="ds", name="DeepState")],
        locations=[
            Location(
                id="kup",
                name="Kupiansk",
                aliases=["Куп’янськ", "Kupyansk"],
                lat=49.71,
                lon=37.61,
                precision_m=3000,
                country="UA",
                gazetteer_id="geonames:703656",
            ),
            Location(
                id="osk",
                name="Oskil",
                kind=LocationKind.RIVER,
                lat=49.8,
                lon=37.63,
                geometry=json.dumps(RIVER),
            ),
        ],
        claims=[
            Claim(
                id="c1",
                case_id="case",
                ref="KUP-C1",
                statement="=They got in <again>",
                event_time="2024-11-13",
                first_report_id="r1",
            )
        ],
        reports=[
            Report(id="r1", claim_id="c1", anchor_id="a1", stance=Stance.SUPPORTS, claimant_id="ds")
        ],
        claim_locations=[ClaimLocation(claim_id="c1", location_id="kup")],
        units=[Unit(id="u1", name="1 Bde", sidc="10031000181211000000", designation="1")],
        positions=[
            Position(
                id="p1",
                case_id="case",
                unit_id="u1",
                location_id="kup",
                bearing="heading for",
                interval="2024-11-13/..",
                anchor_id="a1",
            )
        ],
        layers=[
            Layer(
                id="l1",
                case_id="case",
                ref="KUP-L1",
                name="Control",
                kind=LayerKind.IMPORTED,
                source_id="ds",
                as_of="2024-11-13",
                published="2024-11-13T21:56Z",
                estimated="roughly",
                attribution="DeepState",
            )
        ],
    )


def atlas(kinds=frozenset(Kind), sheet=None, **changes):
    """What is written of it."""
    case = replace(dossier(), **changes)
    layers = {"l1": json.dumps(SHEET if sheet is None else sheet).encode()}
    return gather(case, spots.of(case), layers, kinds, NOTICE)
