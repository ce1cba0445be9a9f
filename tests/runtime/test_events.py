"""Signals without Qt."""

from caseboard.runtime.events import Event


def test_listeners_are_called_in_the_order_they_came():
    event, heard = Event(), []
    event.connect(lambda value: heard.append(("first", value)))
    event.connect(lambda value: heard.append(("second", value)))
    event.emit(7)
    assert heard == [("first", 7), ("second", 7)]


def test_a_listener_that_left_is_not_called():
    event, heard = Event(), []
    leave = event.connect(heard.append)
    event.emit(1)
    leave()
    event.emit(2)
    assert heard == [1]


def test_a_listener_may_leave_while_it_is_called():
    event, heard = Event(), []

    def once(value):
        heard.append(value)
        leave()

    leave = event.connect(once)
    event.connect(heard.append)
    event.emit(1)
    event.emit(2)
    assert heard == [1, 1, 2]
