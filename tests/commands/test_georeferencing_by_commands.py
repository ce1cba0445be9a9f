"""Pictures placed on the ground by commands, and the layers that follow."""

import json

import pytest

from caseboard.commands.georeferencing import SaveGeoreference, fit_of
from caseboard.commands.layers import LayerFacts
from caseboard.commands.sources import Named
from caseboard.commands.tracing import (
    PictureLayer,
    RetraceArea,
    TraceArea,
    outline_of,
    retrace,
    trace,
)
from caseboard.errors import CaseError
from caseboard.mapping.georeferencing import ControlPoint, points_of
from caseboard.mapping.tracing import traced
from caseboard.model.terms import LayerKind, SourceKind
from caseboard.store import georeferences
from caseworker import Casework
from placed_pictures import (
    AFFINE,
    AREA,
    KUPIANSK,
    PETROPAVLIVKA,
    POINTS,
    PROJECTIVE,
    SYNKIVKA,
    VUZLOVYI,
    map_clip,
    moved,
    place,
)

FACTS = LayerFacts(
    "Estimated advance per Monitor map, as of 13 Nov 2024",
    as_of="2024-11-13",
    published="2024-11-14",
    source_id=Named("Monitor map", SourceKind.MONITOR),
    estimated="estimated",
    attribution="Monitor map / OpenStreetMap",
)


@pytest.fixture
def work(library, history):
    return Casework(library, history)


def placed(work, clip_id):
    return work.read(georeferences.of_clip, clip_id)


async def mapped(work, **more):
    """A placed picture with an area on it; returns the clip, the file, both ids."""
    await work.open()
    clip_id, file = await map_clip(work)
    georeference_id = await place(work, file, **more)
    wanted = TraceArea(work.case, georeference_id, AREA, FACTS)
    layer_id = await trace(work.library, work.history, wanted)
    return clip_id, file, georeference_id, layer_id


async def test_points_are_kept_one_by_one_and_undone_one_by_one(work):
    await work.open()
    clip_id, file = await map_clip(work)
    for count in (1, 2, 3):
        await place(work, file, POINTS[:count], label=f"Add {POINTS[count - 1].name}")
    (only,) = placed(work, clip_id)
    assert points_of(only.georeference.points) == POINTS[:3]
    assert only.georeference.rms_m == pytest.approx(0, abs=1e-3)
    assert await work.history.undo(work.case) == "Add Petropavlivka"
    (only,) = placed(work, clip_id)
    assert points_of(only.georeference.points) == POINTS[:2]
    assert only.georeference.rms_m is None


async def test_the_error_is_that_of_the_fit(work):
    await work.open()
    clip_id, file = await map_clip(work)
    await place(work, file)
    (only,) = placed(work, clip_id)
    assert only.georeference.rms_m == pytest.approx(fit_of(only.georeference).rms_m)
    assert only.georeference.rms_m > 100


async def test_points_on_a_line_are_kept_though_they_hold_nothing_yet(work):
    await work.open()
    clip_id, file = await map_clip(work)
    line = [ControlPoint(n / 4, n / 4, 49.7 + n / 100, 37.6) for n in range(3)]
    await place(work, file, line)
    (only,) = placed(work, clip_id)
    assert only.georeference.rms_m is None
    assert len(only.georeference.points) == 3


async def test_without_its_last_point_a_picture_is_not_placed_any_more(work):
    await work.open()
    clip_id, file = await map_clip(work)
    await place(work, file, POINTS[:1])
    await place(work, file, ())
    assert placed(work, clip_id) == []
    await work.history.undo(work.case)
    assert len(placed(work, clip_id)) == 1


@pytest.mark.parametrize(
    ("point", "words"),
    [
        (ControlPoint(1.2, 0.5, 49.7, 37.6), "outside the picture"),
        (ControlPoint(0.2, 0.5, 97.0, 37.6), "latitude"),
        (ControlPoint(0.2, 0.5, 49.7, 190.0), "longitude"),
    ],
)
async def test_points_that_cannot_be_are_refused_in_words(work, point, words):
    await work.open()
    _clip, file = await map_clip(work)
    with pytest.raises(CaseError, match=words):
        await place(work, file, (point,))


async def test_only_pictures_are_placed(work):
    await work.open()
    clip_id = await work.clip()
    (text,) = work.read(georeferences_files, clip_id)
    with pytest.raises(CaseError, match="Only a picture"):
        await place(work, text)


def georeferences_files(session, clip_id):
    from caseboard.store import clips  # noqa: PLC0415

    return clips.files(session, clip_id)


async def test_a_traced_area_is_a_layer_that_keeps_picture_credit_and_error(work):
    clip_id, file, georeference_id, layer_id = await mapped(work)
    (only,) = placed(work, clip_id)
    (resting,) = only.layers
    layer, anchor = resting.layer, resting.anchor
    assert (layer.id, layer.kind, layer.georeference_id) == (
        layer_id,
        LayerKind.TRACED,
        georeference_id,
    )
    assert (layer.ref.endswith("-L1"), layer.name) == (True, FACTS.name)
    assert (layer.as_of, layer.estimated) == ("2024-11-13", "estimated")
    assert layer.attribution == "Monitor map / OpenStreetMap"
    assert resting.source == "Monitor map"
    assert layer.error_m == pytest.approx(fit_of(only.georeference).error_m)
    assert (anchor.clip_id, anchor.file_id) == (clip_id, file.id)
    assert outline_of(anchor) == AREA
    assert (anchor.x, anchor.y, anchor.w, anchor.h) == pytest.approx((0.5, 0.1, 0.4, 0.5))
    assert ring(work, layer) == expected_ring(fit_of(only.georeference))
    lons, lats = zip(*ring(work, layer), strict=True)
    assert (layer.west, layer.north) == pytest.approx((min(lons), max(lats)), abs=1e-6)


def ring(work, layer):
    collection = json.loads(work.library.files.read(layer.features))
    (outer,) = collection["features"][0]["geometry"]["coordinates"]
    return [tuple(each) for each in outer]


def expected_ring(fit, outline=AREA):
    collection = json.loads(traced(fit, outline, "").features)
    (outer,) = collection["features"][0]["geometry"]["coordinates"]
    return [tuple(each) for each in outer]


async def test_tracing_is_undone_as_one(work):
    clip_id, *_rest = await mapped(work)
    assert await work.history.undo(work.case) == f"Trace area “{FACTS.name}”"
    (only,) = placed(work, clip_id)
    assert only.layers == ()


async def test_what_was_traced_follows_the_points_and_undo_brings_both_back(work):
    clip_id, file, *_rest = await mapped(work)
    before = placed(work, clip_id)[0].layers[0].layer.features
    north = [moved(each, lat=each.lat + 0.1) for each in POINTS]
    await place(work, file, north)
    (only,) = placed(work, clip_id)
    layer = only.layers[0].layer
    assert ring(work, layer) == expected_ring(fit_of(only.georeference))
    assert layer.features != before
    assert layer.error_m == pytest.approx(fit_of(only.georeference).error_m)
    await work.history.undo(work.case)
    assert placed(work, clip_id)[0].layers[0].layer.features == before


async def test_points_that_a_layer_rests_on_cannot_go(work):
    clip_id, file, *_rest = await mapped(work)
    with pytest.raises(CaseError, match="L1 rests on these points"):
        await place(work, file, POINTS[:2])
    with pytest.raises(CaseError, match="L1 rests on these points"):
        await place(work, file, ())
    assert len(placed(work, clip_id)[0].georeference.points) == 4


async def test_points_are_not_set_past_the_layers_that_rest_on_them(work):
    _clip, file, *_rest = await mapped(work)
    with pytest.raises(CaseError, match="L1 rests on these points"):
        await work.history.run(SaveGeoreference(work.case, file.id, AFFINE, POINTS[:3], "Past"))


async def test_corners_are_moved_afterwards(work):
    clip_id, _file, _id, layer_id = await mapped(work)
    outline = (*AREA[:3], (0.6, 0.55))
    await retrace(work.library, work.history, RetraceArea(work.case, layer_id, outline))
    (only,) = placed(work, clip_id)
    (resting,) = only.layers
    assert outline_of(resting.anchor) == outline
    assert ring(work, resting.layer) == expected_ring(fit_of(only.georeference), outline)


async def test_an_area_is_not_written_by_points_that_have_changed_meanwhile(work):
    await work.open()
    _clip, file = await map_clip(work)
    georeference_id = await place(work, file)
    wanted = TraceArea(work.case, georeference_id, AREA, FACTS)
    with pytest.raises(CaseError, match="have changed"):
        await work.history.run(wanted)
    stale = await seen_before(work, file, wanted)
    with pytest.raises(CaseError, match="have changed"):
        await work.history.run(stale)


async def seen_before(work, file, wanted):
    """The command as `trace` would run it, with the points moved just before it does."""

    class Late:
        async def run(self, command):
            await place(work, file, [moved(KUPIANSK, x=0.25), *POINTS[1:]])
            return command

    return await trace(work.library, Late(), wanted)


@pytest.mark.parametrize(
    ("outline", "words"),
    [(AREA[:2], "three corners"), ((AREA[0], AREA[2], AREA[1], AREA[3]), "crosses itself")],
)
async def test_outlines_that_enclose_nothing_are_refused(work, outline, words):
    await work.open()
    _clip, file = await map_clip(work)
    georeference_id = await place(work, file)
    wanted = TraceArea(work.case, georeference_id, outline, FACTS)
    with pytest.raises(CaseError, match=words):
        await trace(work.library, work.history, wanted)


async def test_nothing_is_traced_on_a_picture_that_is_not_placed(work):
    await work.open()
    _clip, file = await map_clip(work)
    georeference_id = await place(work, file, POINTS[:2])
    with pytest.raises(CaseError, match="takes 3 points"):
        await trace(work.library, work.history, TraceArea(work.case, georeference_id, AREA, FACTS))


async def test_a_picture_is_laid_on_the_map_once(work):
    await work.open()
    clip_id, file = await map_clip(work)
    georeference_id = await place(work, file, kind=PROJECTIVE)
    command = PictureLayer(work.case, georeference_id, LayerFacts("Sketch map", opacity=0.7))
    await work.history.run(command)
    (only,) = placed(work, clip_id)
    layer = only.layers[0].layer
    assert (layer.kind, layer.opacity, layer.sha256) == (LayerKind.PICTURE, 0.7, file.sha256)
    assert (layer.features, layer.count) == ("", 0)
    north, west = fit_of(only.georeference).to_ground(0, 0)
    assert layer.west <= west
    assert layer.north >= north - 1e-9
    with pytest.raises(CaseError, match="already, as L1"):
        await work.history.run(command)


async def test_a_picture_on_the_map_follows_its_points(work):
    await work.open()
    clip_id, file = await map_clip(work)
    georeference_id = await place(work, file)
    await work.history.run(PictureLayer(work.case, georeference_id, LayerFacts("Sketch map")))
    before = placed(work, clip_id)[0].layers[0].layer.north
    await place(work, file, [moved(each, lat=each.lat + 1) for each in POINTS])
    assert placed(work, clip_id)[0].layers[0].layer.north == pytest.approx(before + 1, abs=0.1)


async def test_the_picture_of_a_layer_is_its_safe_copy(work):
    await work.open()
    clip_id, file = await map_clip(work)
    georeference_id = await place(work, file)
    await work.history.run(PictureLayer(work.case, georeference_id, LayerFacts("Sketch map")))
    layer = placed(work, clip_id)[0].layers[0].layer
    row, sha256 = work.read(georeferences.picture_of, layer)
    assert row.id == georeference_id
    assert sha256 != file.sha256
    assert work.library.files.read(sha256).startswith(b"\xff\xd8")


async def test_each_picture_of_a_case_has_points_of_its_own(work):
    await work.open()
    one, file = await map_clip(work)
    other, second = await map_clip(work, "other.png")
    await place(work, file, (KUPIANSK, VUZLOVYI))
    await place(work, second, (PETROPAVLIVKA, SYNKIVKA))
    assert placed(work, one)[0].georeference.points[0]["name"] == "Kupiansk"
    assert placed(work, other)[0].georeference.points[0]["name"] == "Petropavlivka"
