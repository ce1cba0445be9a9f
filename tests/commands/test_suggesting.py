"""Clips looked through in the background: when, in which order, and what becomes of failures."""

import pytest

from caseboard.capture.answer import Answer
from caseboard.capture.reading import Unreadable
from caseboard.capture.worker import Worker, command
from caseboard.commands import proposed
from caseboard.commands.editing import Edit
from caseboard.commands.suggesting import Choices, Suggesting
from caseboard.model.clip import Clip
from caseboard.runtime.jobs import Jobs
from caseboard.store import proposals as store
from caseboard.tagging import engine, tasks
from caseboard.tagging.suggestions import PersonSuggestion, Suggestions
from caseworker import Casework

FOUND = Suggestions(people=(PersonSuggestion(start=0, end=3, surface="All", name="All"),))


class Reader:
    """Stands for the process: remembers what it was asked, answers one person."""

    def __init__(self):
        self.asked = []
        self.problem = None
        self.ended = 0

    def do(self, task, data, options, _limits):
        self.asked.append((task, data, options))
        if self.problem:
            raise Unreadable(self.problem)
        return Answer({"suggestions": tasks.SUGGESTIONS.dump_python(FOUND, mode="json")})

    def end(self):
        self.ended += 1


@pytest.fixture
def reader():
    return Reader()


@pytest.fixture
def choices():
    return {"is_on": True}


@pytest.fixture
def suggesting(library, history, reader, choices):
    return Suggesting(library, history, Jobs(), lambda: Choices(**choices), reader)


@pytest.fixture
def work(library, history):
    return Casework(library, history)


def names(work, clip_id):
    return [proposal.name for proposal in work.read(proposed.open_of, clip_id)]


async def test_a_clip_that_comes_in_is_looked_through(work, suggesting):
    told = []
    suggesting.changed.connect(told.append)
    suggesting.begin()
    await work.open()
    clip_id = await work.clip()
    assert suggesting.is_busy(clip_id)
    await suggesting.settled()
    assert not suggesting.is_busy(clip_id)
    assert names(work, clip_id) == ["All"]
    assert told == [clip_id]
    await suggesting.stop()


async def test_it_is_not_looked_through_twice_unless_its_text_changes(
    work, history, suggesting, reader
):
    suggesting.begin()
    await work.open()
    clip_id = await work.clip()
    await suggesting.settled()
    await history.run(Edit(Clip, clip_id, {"title": "Another title"}, "Edit", work.case))
    suggesting.want(clip_id)
    await suggesting.settled()
    assert len(reader.asked) == 1
    await history.run(Edit(Clip, clip_id, {"text": "All is new."}, "Edit", work.case))
    await suggesting.settled()
    assert len(reader.asked) == 2
    await suggesting.stop()


async def test_on_request_it_is_looked_through_again(work, suggesting, reader, choices):
    choices["is_on"] = False
    await work.open()
    clip_id = await work.clip()
    suggesting.want(clip_id)
    await suggesting.again(clip_id)
    await suggesting.again(clip_id)
    assert len(reader.asked) == 2
    await suggesting.stop()


async def test_switched_off_nothing_is_looked_through_unasked(work, suggesting, reader, choices):
    choices["is_on"] = False
    suggesting.begin()
    await work.open()
    await work.clip()
    await suggesting.take_up(work.case)
    await suggesting.settled()
    assert reader.asked == []
    await suggesting.stop()


async def test_clips_from_before_are_taken_up_with_their_case(work, suggesting):
    await work.open()
    clip_ids = [await work.clip(data=str(n).encode()) for n in range(3)]
    suggesting.begin()
    await suggesting.take_up(work.case)
    await suggesting.settled()
    assert [names(work, each) for each in clip_ids] == [["All"]] * 3
    assert work.read(store.waiting, work.case) == []
    await suggesting.stop()


async def test_a_failure_is_kept_in_words_and_proposes_nothing(work, suggesting, reader):
    reader.problem = "Too long."
    suggesting.begin()
    await work.open()
    clip_id = await work.clip()
    await suggesting.settled()
    assert names(work, clip_id) == []
    assert work.read(store.run_of, clip_id).problem == "Too long."
    await suggesting.stop()


async def test_what_the_case_knows_goes_along(work, suggesting, reader):
    await work.open()
    clip_id = await work.clip()
    await work.tag(clip_id)
    await work.claim(clip_id)
    other = await work.clip(data=b"other")
    await suggesting.again(other)
    [(_task, data, _options)] = reader.asked
    context = tasks.context_in(data)
    assert [place.name for place in context.places] == ["Kupiansk"]
    assert {source.name for source in context.sources} == {"General Staff", "Ukrinform"}
    assert [said.where.surface for said in context.statements] == ["The attack was repelled"]
    assert context.statements[0].claimant == "General Staff"
    await suggesting.stop()


async def test_stopping_ends_the_process(suggesting, reader):
    await suggesting.stop()
    assert reader.ended == 1


def test_the_process_proposes_what_the_library_call_does():
    worker = Worker(command(tasks.MODULE, *tasks.arguments("en", "")))
    text = "Col. Ivan Koval told Ukrinform on 14 November 2024 that Kupiansk holds."
    try:
        options = {"published": "2024-11-14", "language": "en", "model": ""}
        answer = worker.do("suggest", tasks.asked(text), options)
        assert worker.is_offline or worker.pid
        found = tasks.suggestions(answer.values)
    finally:
        worker.close()
    assert found == engine.suggest(text, published="2024-11-14", language="en")


def test_nonsense_from_the_process_is_refused_in_words():
    with pytest.raises(Unreadable, match="could not be looked through"):
        tasks.suggestions({"suggestions": {"people": [{"name": 4}]}})


@pytest.mark.parametrize(
    "text",
    [
        (
            "Речник Генштабу Іван Коваль повідомив Укрінформу, що село Синьківка Куп'янського "
            "району утримує 92-га ошбр, а гаубицю Д-20 знищено."
        ),
        (
            "Как передаёт ТАСС, губернатор Белгородской области Вячеслав Гладков заявил, что в "
            "Грайвороне ранены двое; 4-я гвардейская танковая дивизия отошла."
        ),
        "Rzecznik Jan Kowalski powiedział w Warszawie, że w Kijowie i Charkowie jest spokojnie.",
    ],
)
def test_the_confined_process_reads_each_language(text):
    worker = Worker(command(tasks.MODULE, *tasks.arguments("en", "")))
    options = {"published": "2024-11-14", "language": "", "model": ""}
    try:
        answer = worker.do("suggest", tasks.asked(text), options)
    finally:
        worker.close()
    found = tasks.suggestions(answer.values)
    assert found.locations
    assert found.people
