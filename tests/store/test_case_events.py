"""The times of a case: the window reads the same that a dossier says."""

from dataclasses import replace

import pytest

from caseboard.analysis import chronicles
from caseboard.commands.bin_clips import BinClips
from caseboard.commands.claims import AddClaim, AddReport
from caseboard.commands.positions import AddPosition
from caseboard.commands.tags import AddTag
from caseboard.model.entities import Unit
from caseboard.model.terms import Stance
from caseboard.store import dossiers, events
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def test_the_window_reads_what_the_dossier_says(work):
    case = await work.open()
    first = await work.clip()
    second = await work.clip(b"other", "All assaults were said to be over.", "Another")
    await work.clip(b"third", "Nothing is said here.", "Silence")
    await work.tag(first)
    place_id = work.read(dossiers.read, case).locations[0].id
    drafted = work.report(first, exact="All assaults")
    stated = AddClaim(case, "Repelled", drafted, "2024-11-13~", (place_id,))
    claim = await work.history.run(stated)
    await work.claim(second, "It is over", exact="All assaults")
    against = replace(
        work.report(first, "DeepState"), stance=Stance.CONTRADICTS, said_when="2024-11-13T23:00"
    )
    await work.history.run(AddReport(case, claim, against))
    brigade = Unit(name="Khartia Brigade")
    await work.history.run(AddTag(case, first, work.at("staff"), brigade))
    unit_id = work.read(dossiers.read, case).units[0].id
    stood = AddPosition(case, unit_id, place_id, first, work.at("map"), "2024-11")
    await work.history.run(stood)
    read = work.read(events.read, case)
    assert read == chronicles.of(work.read(dossiers.read, case))
    assert [claim.when for claim in read.claims] == ["2024-11-13~", ""]
    assert [report.stance for report in read.reports].count(Stance.CONTRADICTS) == 1
    assert [clip.title for clip in read.clips] == ["Two accounts", "Another", "Silence"]
    assert read.clips[0].captured == "2024-11-14T12:00:00Z"
    assert [(stay.when, stay.place_id) for stay in read.stays] == [("2024-11", place_id)]
    assert list(read.units.values()) == ["Khartia Brigade"]
    assert list(read.places.values()) == ["Kupiansk"]
    assert read.claims[0].place_ids == read.clips[0].place_ids == (place_id,)


async def test_what_lies_in_the_bin_or_rests_on_it_is_left_out(work):
    case = await work.open()
    first = await work.clip()
    await work.tag(first)
    await work.claim(first)
    assert len(work.read(events.read, case).reports) == 1
    await work.history.run(BinClips(case, frozenset({first})))
    read = work.read(events.read, case)
    assert (list(read.reports), list(read.clips)) == ([], [])
    assert read == chronicles.of(work.read(dossiers.read, case))
