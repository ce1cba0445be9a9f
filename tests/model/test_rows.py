"""When what checks rows is built, and that threads may ask for it at once."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from caseboard.model.rows import Row

BUILT = """
from caseboard.model.tables import DERIVED, JOURNALLED
print([table.__name__ for table in (*JOURNALLED.values(), *DERIVED) if table.__pydantic_complete__])
"""
AT_ONCE = 8


class Probe(Row):
    """A row of no table."""

    name: str
    sizes: list[int]


def test_a_start_builds_no_check_of_a_table():
    done = subprocess.run([sys.executable, "-c", BUILT], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_threads_that_ask_at_once_are_all_answered():
    ready = Barrier(AT_ONCE)

    def asked(number):
        ready.wait()
        return Probe.model_validate({"name": "a", "sizes": [number]}).model_dump()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        found = list(threads.map(asked, range(AT_ONCE)))
    assert found == [{"name": "a", "sizes": [number]} for number in range(AT_ONCE)]
