"""Garbage collection on the main thread."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject

from caseboard.ui.lib.collector import BULK, MainThreadCollector, collect


class Ring(QObject):
    """An object Python's counting alone never lets go."""

    def __init__(self):
        super().__init__()
        self.me = self


def test_a_ring_is_let_go_on_the_main_thread_only(qtbot, monkeypatch):
    owner = QObject()
    monkeypatch.setattr(gc, "freeze", lambda: None)  # the other tests' objects stay collectable
    collector = MainThreadCollector(owner)
    assert not gc.isenabled()
    died_on = []
    ring = Ring()
    weakref.finalize(ring, lambda: died_on.append(threading.get_ident()))
    del ring
    worker = threading.Thread(target=lambda: [[n] for n in range(100_000)])
    worker.start()
    worker.join()
    assert died_on == []
    qtbot.waitUntil(lambda: bool(died_on), timeout=30_000)
    assert died_on == [threading.get_ident()]
    collector.setParent(None)


def test_rows_read_in_bulk_are_not_walked_and_still_go(monkeypatch):
    done = []
    monkeypatch.setattr(gc, "freeze", lambda: done.append("left alone"))
    monkeypatch.setattr(gc, "collect", done.append)
    monkeypatch.setattr(gc, "get_count", lambda: (BULK + 1, 0, 0))
    collect(1)
    monkeypatch.setattr(gc, "get_count", lambda: (BULK, 0, 0))
    collect(2)
    assert done == ["left alone", 2]


def test_what_came_in_bulk_is_counted():
    gc.collect()
    rows = [[n] for n in range(BULK + 1)]
    assert gc.get_count()[0] > BULK
    assert len(rows) > BULK
