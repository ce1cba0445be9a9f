"""How far a fetch is."""

import asyncio

from caseboard.capture.fetching.telling import Telling


class Clock:
    """A loop's clock and its alarm, moved by hand."""

    def __init__(self):
        self.now = 100.0
        self.alarms = []

    def time(self):
        return self.now

    def call_later(self, wait, work):
        self.alarms.append((self.now + wait, work))
        return self

    def cancel(self):
        self.alarms.clear()

    def go(self, seconds):
        self.now += seconds
        due = [alarm for alarm in self.alarms if alarm[0] <= self.now]
        self.alarms = [alarm for alarm in self.alarms if alarm not in due]
        for _at, work in due:
            work()


def telling_by(clock, monkeypatch):
    told = []
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: clock)
    return told, Telling(lambda *news: told.append(news))


def test_it_is_told_ten_times_a_second_at_most_and_the_last_word_always(monkeypatch):
    clock = Clock()
    told, telling = telling_by(clock, monkeypatch)
    with telling:
        for count in range(200):
            telling.say("Receiving", count, 200)
            clock.go(0.005)
        clock.go(1)
    assert 10 <= len(told) <= 12
    assert told[0] == ("Receiving", 0, 200)
    assert told[-1] == ("Receiving", 199, 200)


def test_a_stage_that_came_too_soon_is_told_a_little_later(monkeypatch):
    clock = Clock()
    told, telling = telling_by(clock, monkeypatch)
    with telling:
        telling.say("Asking one")
        telling.say("Asking two")
        assert told == [("Asking one", 0, 0)]
        clock.go(0.11)
        assert told == [("Asking one", 0, 0), ("Asking two", 0, 0)]


def test_nothing_is_told_when_it_is_over(monkeypatch):
    clock = Clock()
    told, telling = telling_by(clock, monkeypatch)
    with telling:
        telling.say("One")
        telling.say("Two")
    clock.go(1)
    assert told == [("One", 0, 0)]
