"""Marking what a case holds, and saying what may leave the desk."""

import pytest
from test_layers import kept

from caseboard.commands.layers import AddLayer, EditLayer, LayerFacts, facts_of
from caseboard.commands.marking import KeepPrivate, MarkRows, SetReuse
from caseboard.commands.notes import WriteNote
from caseboard.errors import CaseError
from caseboard.model.claim import Claim
from caseboard.model.clip import Clip
from caseboard.model.columns import new_id
from caseboard.model.terms import Marking, Reuse
from caseboard.model.work import Layer, Note
from caseboard.store import layers, notes
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


def row(work, model, row_id):
    return work.read(lambda session: session.get(model, row_id))


async def test_clips_are_marked_together_and_taken_back_together(work, history):
    await work.open()
    ids = frozenset([await work.clip(data=text) for text in (b"one", b"two")])
    command = MarkRows(work.case, Clip, ids, Marking.RED)
    assert command.label == "Mark 2 clips TLP:RED"
    await history.run(command)
    assert {row(work, Clip, each).marking for each in ids} == {Marking.RED}
    await history.undo(work.case)
    assert {row(work, Clip, each).marking for each in ids} == {None}


async def test_a_marking_of_none_is_that_of_the_case(work, history):
    await work.open()
    claim = await work.claim(await work.clip())
    ids = frozenset([claim])
    await history.run(MarkRows(work.case, Claim, ids, Marking.AMBER_STRICT))
    assert row(work, Claim, claim).marking is Marking.AMBER_STRICT
    command = MarkRows(work.case, Claim, ids, None)
    assert command.label == "Mark 1 claim as the case"
    await history.run(command)
    assert row(work, Claim, claim).marking is None


@pytest.mark.parametrize("reuse", Reuse)
async def test_the_rights_of_pictures_are_said_by_clip(work, history, reuse):
    await work.open()
    clip = await work.clip()
    await history.run(SetReuse(work.case, frozenset([clip]), reuse))
    assert row(work, Clip, clip).reuse is reuse
    assert SetReuse(work.case, frozenset([clip]), reuse).label


async def test_a_note_is_kept_private_and_let_out_again(work, history):
    await work.open()
    note = new_id()
    await history.run(WriteNote(work.case, note, "For us alone"))
    for is_private in (True, False):
        await history.run(KeepPrivate(work.case, frozenset([note]), is_private))
        assert work.read(notes.by_id, note).is_private is is_private
    await history.run(MarkRows(work.case, Note, frozenset([note]), Marking.GREEN))
    assert work.read(notes.by_id, note).marking is Marking.GREEN


async def test_what_has_gone_is_not_marked(work, history):
    await work.open()
    with pytest.raises(CaseError):
        await history.run(MarkRows(work.case, Clip, frozenset(["gone"]), Marking.RED))
    for command in (
        MarkRows(work.case, Clip, frozenset(), Marking.RED),
        SetReuse(work.case, frozenset(), Reuse.ALLOWED),
        KeepPrivate(work.case, frozenset(), is_private=True),
    ):
        with pytest.raises(CaseError, match="Nothing is selected"):
            await history.run(command)


async def test_the_marking_of_a_layer_outlives_an_edit_of_something_else(work, history):
    await work.open()
    facts = LayerFacts("Line", as_of="2024-11-13", marking=Marking.RED)
    layer_id = await history.run(AddLayer(work.case, facts, kept(work)))
    layer = row(work, Layer, layer_id)
    await history.run(EditLayer(work.case, layer_id, facts_of(layer, opacity=0.5)))
    (shown,) = [each.layer for each in work.read(layers.of_case, work.case)]
    assert (shown.marking, shown.opacity) == (Marking.RED, 0.5)
    command = MarkRows(work.case, Layer, frozenset([layer_id]), None)
    assert command.label == "Mark 1 layer as the case"
    await history.run(command)
    assert row(work, Layer, layer_id).marking is None
