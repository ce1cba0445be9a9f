"""The map of an exported briefing shows the layers that held at its cut-off."""

from datetime import timedelta

import pypdfium2
import pytest

from caseboard.commands.briefings import SaveBriefing, draft
from caseboard.commands.exporting_briefings import export
from caseboard.commands.layer_files import Drawn, keep_drawn
from caseboard.commands.layers import AddLayer, LayerFacts, ShowLayer
from caseboard.errors import CaseError
from caseboard.model.terms import LayerKind
from caseboard.model.work import Layer
from caseboard.store import cases
from caseworker import NOON, Casework

RING = [[37.6, 49.7], [37.7, 49.7], [37.7, 49.8], [37.6, 49.7]]
AREA = Drawn({"type": "Polygon", "coordinates": [RING]}, "Held")


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def layer(work, name, **facts):
    if not work.case:
        await work.open()
    kept = keep_drawn(work.library.files, [AREA])
    return await work.history.run(
        AddLayer(work.case, LayerFacts(name, **facts), kept, LayerKind.DRAWN)
    )


async def printed(work, target, **changes):
    """The words of the briefing, once it is exported."""
    briefing = draft(work.read(cases.by_id, work.case))
    for name, value in changes.items():
        setattr(briefing, name, value)
    await work.history.run(SaveBriefing(briefing))
    await export(work.library, work.history, briefing, target)
    document = pypdfium2.PdfDocument(target)
    try:
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()
    return " ".join(text.split())


async def test_a_case_that_knows_nothing_to_be_anywhere_has_no_map(work, tmp_path):
    await work.open()
    assert "North is up" not in await printed(work, tmp_path / "brief.pdf")


async def test_a_layer_is_printed_with_what_is_said_of_it(work, tmp_path):
    await layer(work, "Front", as_of="2024-11-13", attribution="© Monitor")
    text = await printed(work, tmp_path / "brief.pdf")
    assert "North is up" in text
    assert "L1 Front: drawn by the analyst, as of 13 Nov 2024" in text
    assert "© Monitor" in text


async def test_a_layer_that_is_switched_off_is_not_printed(work, tmp_path):
    await layer(work, "Front")
    hidden = await layer(work, "Second thoughts")
    await work.history.run(ShowLayer(work.case, hidden, is_shown=False))
    text = await printed(work, tmp_path / "brief.pdf")
    assert "L1 Front" in text
    assert "Second thoughts" not in text


async def test_what_was_published_after_the_cutoff_is_not_printed(work, tmp_path):
    await layer(work, "Known", published="2024-11-13")
    await layer(work, "Later", published="2030-01-01")
    text = await printed(work, tmp_path / "brief.pdf", cutoff=NOON + timedelta(days=1))
    assert "L1 Known" in text
    assert "Later" not in text


async def test_the_same_map_is_the_same_bytes(work, tmp_path):
    await layer(work, "Front")
    briefing = draft(work.read(cases.by_id, work.case))
    await work.history.run(SaveBriefing(briefing))
    first = await export(work.library, work.history, briefing, tmp_path / "1.pdf")
    assert await export(work.library, work.history, briefing, tmp_path / "2.pdf") == first


async def test_a_layer_whose_file_is_gone_is_no_map_without_it(work, tmp_path):
    layer_id = await layer(work, "Front")
    kept = work.read(lambda session: session.get(Layer, layer_id).features)
    path = work.library.files.path(kept)
    path.unlink()
    with pytest.raises(CaseError):
        await printed(work, tmp_path / "brief.pdf")
    assert not (tmp_path / "brief.pdf").exists()
