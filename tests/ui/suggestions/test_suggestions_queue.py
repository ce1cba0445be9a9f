"""The order in which proposals are asked about, and what comes next."""

import pytest

from caseboard.tagging.proposals import proposals
from caseboard.ui.inspector.suggestions_queue import Queue, id_of
from proposed_clip import found


@pytest.fixture
def all_of_it():
    return proposals(found())


@pytest.fixture
def queue(all_of_it):
    queue = Queue()
    queue.show(all_of_it)
    return queue


def name(queue):
    return queue.current.name if queue.current else None


def test_nothing_is_asked_until_one_goes_there(queue):
    assert queue.spot is None
    queue.step(-1)
    assert queue.row == len(queue.shown) - 1
    queue.step(1)
    assert queue.row == 0


def test_the_unsure_ones_are_skipped_until_unfolded(queue):
    assert queue.folded == 1
    assert "Most" not in [each.name for each in queue.shown]
    queue.unfold()
    assert queue.folded == 0
    assert "Most" in [each.name for each in queue.shown]


def test_what_follows_the_answered_one_is_asked_next_and_after_the_last_the_first(queue):
    queue.step(1)
    queue.take_out([id_of(queue.current)])
    assert name(queue) == "Ivan Koval"
    queue.step(-1)
    queue.take_out([id_of(queue.current)])
    assert queue.row == 0


def test_the_last_answer_leaves_nothing_to_ask(queue):
    queue.step(1)
    queue.take_out([id_of(each) for each in queue.all])
    assert queue.spot is None
    assert queue.current is None
    queue.step(1)
    assert queue.spot is None


def test_the_current_one_stays_so_when_all_is_worked_out_again(queue):
    queue.step(1)
    queue.step(1)
    queue.show(proposals(found(equipment=())))
    assert name(queue) == "Ivan Koval"


def test_a_mention_that_is_gone_gives_way_to_the_first(queue):
    first = id_of(queue.all[0])
    assert queue.pick(first, 2)
    queue.show(proposals(found(locations=found().locations[:1])))
    assert (queue.spot.id, queue.spot.mention) == (first, 0)


def test_another_place_is_considered_round_and_round_until_one_goes_on(queue):
    assert not queue.turn(1)
    queue.step(1)
    assert queue.turn(1)
    assert queue.spot.candidate == 1
    assert queue.turn(1)
    assert queue.spot.candidate == 0
    queue.turn(-1)
    queue.step(1)
    assert queue.spot.candidate == 0
    assert not queue.turn(1)


def test_a_candidate_stays_chosen_when_its_row_is_picked_again(queue):
    queue.step(1)
    queue.turn(1)
    queue.pick(queue.spot.id, 0)
    assert queue.spot.candidate == 1
    queue.pick_again()
    assert queue.spot.mention == 1


def test_what_needs_a_stance_is_never_among_the_sure_ones(queue):
    assert [each.name for each in queue.sure] == ["Kupiansk", "Oskil River", "Russia (government)"]


def test_another_clip_begins_folded_and_unasked(queue, all_of_it):
    queue.unfold()
    queue.step(1)
    queue.start_anew()
    assert (queue.spot, queue.all) == (None, ())
    queue.show(all_of_it)
    assert queue.folded == 1
