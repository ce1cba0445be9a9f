"""Killed at any moment, the library opens, is whole, and has all that was acknowledged."""

import os
import random
import signal
import subprocess
import sys
import threading

import pytest
from sqlmodel import select

from caseboard.model.clip import Clip, Tag
from caseboard.model.work import BriefingExport, Note
from caseboard.store import verify
from caseboard.store.library import Library
from support import PROJECT, child_environment

MOMENTS = int(os.environ.get("CASEBOARD_KILLS", "200"))
LONGEST = 0.6
"""Seconds; the doomed analyst is killed at a random moment of these."""

MODELS = {"clip": Clip, "tag": Tag, "note": Note}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


@pytest.fixture
def zygote():
    process = subprocess.Popen(
        [sys.executable, str(PROJECT / "tests" / "kill_zygote.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=child_environment(),
    )
    with process:
        assert process.stdout.readline() == "ready\n"
        yield process
        process.stdin.close()


def killed(zygote, folder, seconds):
    """What a child acknowledged before it was killed after so many seconds of work."""
    zygote.stdin.write(f"{folder}\n")
    zygote.stdin.flush()
    acknowledged, timer = [], None
    for line in zygote.stdout:
        word, *rest = line.split()
        if word == "pid":
            timer = threading.Timer(seconds, os.kill, (int(rest[0]), signal.SIGKILL))
            timer.start()
        elif word == "gone":
            break
        else:
            acknowledged.append((word, rest[0]))
    timer.join()
    return acknowledged


def missing(library, acknowledged):
    def look(session):
        exports = {export.sha256 for export in session.exec(select(BriefingExport))}
        for kind, key in acknowledged:
            is_lost = key not in exports
            if kind in MODELS:
                is_lost = session.get(MODELS[kind], key) is None
            if is_lost and kind != "case":
                yield kind, key

    return library.database.read_now(lambda session: list(look(session)))


def test_nothing_acknowledged_is_lost_when_killed(zygote, tmp_path):
    chance = random.Random(20241114)
    total = 0
    for number in range(MOMENTS):
        folder = tmp_path / str(number)
        acknowledged = killed(zygote, folder, chance.uniform(0.01, LONGEST))
        total += len(acknowledged)
        library = Library.open(folder, "survivor")
        try:
            assert library.database.read_now(verify.library, library.files) == []
            assert missing(library, acknowledged) == []
        finally:
            library.close()
    assert total > MOMENTS  # the work really was under way when it was cut


def test_the_check_sees_a_loss(zygote, tmp_path):
    acknowledged = killed(zygote, tmp_path / "one", LONGEST)
    library = Library.open(tmp_path / "one", "survivor")
    try:
        lost = [("clip", "never-was"), ("export", "0" * 64)]
        assert missing(library, [*acknowledged, *lost]) == lost
    finally:
        library.close()
