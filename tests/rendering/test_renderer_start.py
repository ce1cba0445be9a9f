"""How the process that renders begins, answers and ends, below the browser in it."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from caseboard.rendering import flags
from caseboard.rendering.request import Answers, Failed, Request
from caseboard.rendering.scripts import called
from support import child_environment

LINE = {
    "url": "http://news.example/", "folder": "/scratch", "user_agent": "x",
    "proxy": "127.0.0.1:1", "token": "t", "seconds": 5.0,
}  # fmt: skip


def child(lines, **how):
    return subprocess.run(
        [sys.executable, "-c", lines], capture_output=True, text=True, check=False,
        env=child_environment(), **how,
    )  # fmt: skip


def test_a_request_is_read_as_it_was_sent():
    request = Request.from_line(json.dumps(LINE).encode())
    assert (request.url, request.folder) == ("http://news.example/", Path("/scratch"))


@pytest.mark.parametrize("line", [{}, {**LINE, "more": 1}])
def test_half_a_request_is_none(line):
    with pytest.raises((TypeError, KeyError)):
        Request.from_line(json.dumps(line).encode())


def test_answers_are_lines_of_json():
    pipe = io.BytesIO()
    answers = Answers(pipe)
    answers.stage("loading", 1, 2)
    answers.failed(Failed("stuck", "a\nb"))
    answers.done({"title": "т"})
    assert [json.loads(line) for line in pipe.getvalue().splitlines()] == [
        {"stage": "loading", "done": 1, "total": 2},
        {"failure": "stuck", "detail": "a\nb"},
        {"result": {"title": "т"}},
    ]


def test_chromium_is_given_one_way_out_and_no_resolver():
    switches = flags.environment("127.0.0.1:99")["QTWEBENGINE_CHROMIUM_FLAGS"]
    assert "--proxy-server=http://127.0.0.1:99 --proxy-bypass-list=<-loopback> " in switches
    assert '"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"' in switches
    assert "--no-sandbox" not in switches


def test_the_sandbox_is_left_out_for_root_alone(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert "QTWEBENGINE_DISABLE_SANDBOX" not in flags.environment("127.0.0.1:99")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert flags.environment("127.0.0.1:99")["QTWEBENGINE_DISABLE_SANDBOX"] == "1"


@pytest.mark.skipif(sys.platform != "linux", reason="namespaces are of Linux")
def test_a_system_without_namespaces_is_known_before_chromium_ends_without_a_word():
    look = "from caseboard.rendering.confine import has_namespaces; print(has_namespaces())"
    inside = f"echo 0 > /proc/sys/user/max_user_namespaces; exec {sys.executable} -c '{look}'"
    if child(look).stdout != "True\n" or not shutil.which("unshare"):
        pytest.skip("there are no namespaces to take away here")
    done = subprocess.run(
        ["unshare", "-Ur", "sh", "-c", inside],
        check=True, capture_output=True, text=True, env=child_environment(),
    )  # fmt: skip
    assert done.stdout == "False\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_no_process_may_take_all_memory_or_fill_the_disk(tmp_path):
    take = "from caseboard.rendering import confine; confine.limit_process(); "
    assert "MemoryError" in child(take + "bytearray(3 * 2**30)").stderr
    assert child(take + "bytearray(2**30)").returncode == 0
    seek = f"open({str(tmp_path / 'file')!r}, 'wb').truncate(2**30)"
    assert child(take + seek).returncode != 0


def test_a_line_on_the_pipe_ends_nothing_but_its_end_does():
    lines = (
        "import sys, time; from caseboard.rendering import confine; "
        "requests, _ = confine.own_pipes(); confine.die_with(requests); time.sleep(20)"
    )
    done = child(lines, input="more\n", timeout=10, start_new_session=True)
    assert done.returncode != 0


def test_scripts_are_called_with_their_arguments_as_json():
    assert called("show", 10, "#fff").endswith('(10, "#fff"); })()')
    assert "pageBox" in called("settle")
