"""From two layers to what changed between them."""

import pytest

from caseboard.commands import layer_changes, layer_files
from caseboard.commands.layer_files import Drawn
from caseboard.commands.layers import AddLayer, LayerFacts
from caseboard.errors import CaseError
from caseboard.mapping.features import features, name_in
from caseboard.model.terms import LayerKind
from caseboard.store import layers
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


def square(west, name=""):
    east = west + 0.1
    ring = [[west, 49.7], [east, 49.7], [east, 49.8], [west, 49.8], [west, 49.7]]
    return Drawn({"type": "Polygon", "coordinates": [ring]}, name)


async def layer(work, facts, *shapes):
    kept = layer_files.keep_drawn(work.library.files, shapes)
    layer_id = await work.history.run(AddLayer(work.case, facts, kept, LayerKind.DRAWN))
    return work.read(layers.by_id, layer_id).layer


async def two_days(work, *, before=(), after=()):
    await work.open()
    facts = {"attribution": "DeepStateMap", "estimated": "assessed"}
    one = await layer(work, LayerFacts("Held", as_of="2024-11-12", **facts), *before)
    two = await layer(work, LayerFacts("Held", as_of="2024-11-13", **facts), *after)
    return layer_changes.compare(work.library.files, one, two)


async def test_a_change_is_a_layer_that_knows_what_it_came_from(work, library, history):
    compared = await two_days(work, before=[square(37.6)], after=[square(37.65)])
    layer_id = await history.run(layer_changes.add(library.files, compared))
    found = work.read(layers.by_id, layer_id).layer
    assert found.kind is LayerKind.CHANGE
    assert found.derived_from == [compared.before.id, compared.after.id]
    assert found.name == "Change, 12 Nov 2024 to 13 Nov 2024"
    assert (found.as_of, found.attribution) == ("2024-11-13", "DeepStateMap")
    assert found.estimated == "assessed"
    assert found.style == {}
    gained, lost = features(library.files.read(found.features))
    assert name_in(gained, "en").startswith("Gained, 4")
    assert name_in(lost, "en").startswith("Lost, 4")
    assert gained.style.fill != lost.style.fill


async def test_only_areas_of_one_name_are_compared_when_asked(work):
    before = [square(37.6, "Occupied"), square(38, "Liberated")]
    after = [square(37.6, "Occupied"), square(38.05, "Liberated")]
    compared = await two_days(work, before=before, after=after)
    assert compared.names("en") == ["Occupied", "Liberated"]
    assert not compared.change("Occupied").gained
    assert compared.change("Liberated").gained


async def test_two_equal_layers_make_no_change(work, library):
    compared = await two_days(work, before=[square(37.6)], after=[square(37.6)])
    with pytest.raises(CaseError, match="the same"):
        layer_changes.add(library.files, compared)


async def test_a_layer_without_areas_is_refused_by_name(work):
    point = Drawn({"type": "Point", "coordinates": [37.6, 49.7]})
    with pytest.raises(CaseError, match="“Held” has no areas"):
        await two_days(work, before=[point], after=[square(37.6)])
