"""What the reading process cannot do."""

import subprocess
import sys

import pytest

from support import child_environment

CONFINED = """
import sys
from caseboard.capture import confine
confine.leave_network()
import socket, subprocess, os, pathlib
confine.limit_process()
confine.refuse_everything_else()
try:
    {deed}
except confine.Refused as error:
    print("refused", error)
else:
    print("done")
"""


def run(code, **how):
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=child_environment(),
        timeout=30,
        check=False,
        **how,
    )


@pytest.mark.parametrize(
    "deed",
    [
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.socket().connect(('127.0.0.1', 9))",
        "socket.getaddrinfo('canary.example', 80)",
        "subprocess.run(['true'])",
        "os.system('true')",
        "os.fork()",
        "open('/etc/passwd')",
        "open('/tmp/written-by-a-reader', 'w')",
        "os.open('/tmp/written-by-a-reader', os.O_CREAT | os.O_WRONLY)",
        "pathlib.Path('/tmp').iterdir().__next__()",
        "os.remove('/tmp/no-such-file')",
        "open(pathlib.Path(os.__file__).parent / '..' / '..' / '..' / 'etc' / 'hosts')",
        "os.kill(os.getppid(), 0)",
    ],
)
def test_a_confined_process_cannot(deed):
    assert run(CONFINED.format(deed=deed)).stdout.startswith("refused")


@pytest.mark.parametrize("deed", ["open(os.__file__).read(9)", "import wave", "sum(range(9))"])
def test_a_confined_process_can_still_import_and_reckon(deed):
    result = run(CONFINED.format(deed=deed))
    assert result.stdout == "done\n", result.stderr


def test_the_same_deeds_succeed_unconfined():
    code = "import os; open('/etc/passwd').close(); os.kill(os.getppid(), 0); print('done')"
    assert run(code).stdout == "done\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
def test_too_much_processor_time_ends_the_process():
    code = (
        "from caseboard.capture import confine; confine.limit_process(); "
        "confine.limit_read(confine.PAGE_MEMORY, 0.3)\nwhile True: pass"
    )
    assert run(code).returncode < 0


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
def test_the_clock_stops_when_a_read_ends():
    code = (
        "import time; from caseboard.capture import confine; "
        "confine.limit_read(confine.PICTURE_MEMORY, 0.2); confine.end_read()\n"
        "end = time.process_time() + 0.6\nwhile time.process_time() < end: pass\nprint('done')"
    )
    assert run(code).stdout == "done\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the limit is not set")
def test_too_much_memory_is_refused():
    code = (
        "from caseboard.capture import confine; confine.limit_process(); "
        "confine.limit_read(confine.PAGE_MEMORY, 5)\n"
        "try: bytearray(600 * 2**20)\nexcept MemoryError: print('refused')"
    )
    assert run(code).stdout == "refused\n"
