"""The place of a photo: offered, tagged with one key, and then no longer offered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caseboard.capture.reading import Reading
from caseboard.commands.clips import AddClips, FillClip, KeptClip, KeptFile
from caseboard.model.terms import ClipKind, FileRole, Method
from caseboard.paths import resources
from caseboard.store import clips
from caseboard.ui.inspector.pane import InspectorPane
from caseworker import NOON
from support import settled, until


@pytest.fixture
def photo(qtbot, open_case, navigator, work):
    """An inspector on a photo that says these things."""

    async def photo(**said):
        desk = await open_case()
        file = KeptFile(
            work.library.files.add(b"\xff\xd8\xff"), "a.jpg", "image/jpeg", FileRole.ORIGINAL
        )
        kept = KeptClip(ClipKind.IMAGE, "A photo", (file,), "", Method.FILE)
        clip_id = (await work.history.run(AddClips(work.case, (kept,), NOON)))[0]
        await work.history.run(FillClip(work.case, clip_id, Reading(title="A photo", **said)))
        pane = InspectorPane(desk, navigator)
        qtbot.addWidget(pane)
        pane.resize(320, 800)
        pane.show()
        pane.seen = lambda: work.read(clips.view, clip_id)
        pane.show_clip(pane.seen())
        return pane

    return photo


async def test_the_place_is_tagged_with_one_key_and_then_no_longer_offered(photo):
    pane = await photo(place=(50.2996028, 14.8202944), place_precision=90.0)
    offer = pane.tags.place
    assert offer.position.text() == "Taken at 50.29960, 14.82029"
    assert "± 90 m, reckoned" in offer.precision.text()
    pane.activateWindow()
    await until(pane.isActiveWindow)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(pane, Qt.Key.Key_L, both)
    await until(lambda: pane.seen().tags)
    (location,) = pane.seen().locations
    assert (location.lat, location.precision_m) == (50.2996028, 90.0)
    pane.show_clip(pane.seen())
    assert not offer.isVisible()
    assert pane.tags.rows["location"]


async def test_a_precision_that_is_assumed_says_so(photo):
    pane = await photo(place=(50.2996028, 14.8202944))
    assert pane.tags.place.precision.text().startswith("± 50 m is assumed")


async def test_a_clip_without_a_place_offers_none(photo):
    pane = await photo()
    assert not pane.tags.place.isVisible()
    pane.show_clip(None)
    assert not pane.tags.place.isVisible()


async def test_where_a_field_was_read_stands_under_it(photo):
    pane = await photo(
        credit="Agency",
        published="2025-03-04",
        said_in={"credit": "IPTC 2:110 Credit", "published": "EXIF DateTimeOriginal"},
    )
    facts = pane.tags.source.facts
    shown = {label.text() for row in facts._labels for label in row if label.isVisible()}
    assert {"Taken", "from EXIF DateTimeOriginal", "Agency", "from IPTC 2:110 Credit"} <= shown


@pytest.mark.skipif(
    not (resources() / "gazetteer.sqlite").exists(), reason="the gazetteer was not built"
)
async def test_what_lies_nearest_is_said_and_names_the_location(photo):
    pane = await photo(place=(49.735, 37.66), place_precision=20.0)
    offer = pane.tags.place
    await until(offer.near.isVisible)
    assert offer.near.text() == "3.9 km north-west of Petropavlivka, Kharkiv Oblast"
    assert offer.attribution.isVisible()
    offer.button.click()
    await until(lambda: pane.seen().tags)
    (location,) = pane.seen().locations
    assert location.name == (
        "3.9 km north-west of Petropavlivka, Kharkiv Oblast (49.73500, 37.66000)"
    )


async def test_far_from_any_place_nothing_is_said_to_be_near(photo):
    pane = await photo(place=(-48.0, -123.0))
    await settled()
    assert not pane.tags.place.near.isVisible()
