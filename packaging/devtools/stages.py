"""A row of checks, each run whatever became of the one before, within one time limit."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from devtools.places import PROJECT

OWN_GROUP = None if sys.platform == "win32" else 0
OUT_OF_TIME = 124


@dataclass
class Stages:
    """Runs commands one after another and remembers how each went."""

    minutes: float
    results: list[tuple[str, str, float]] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)

    def run(
        self,
        name: str,
        command: list[str],
        variables: Mapping[str, str],
        *,
        also_fine: Mapping[int, str] | None = None,
    ) -> None:
        """Run `command`; `also_fine` are the exit codes besides 0 that are no failure, in words."""
        print(f"\n── {name}", flush=True)
        start = time.monotonic()
        code = self._call(command, variables)
        words = {0: "good", **(also_fine or {})}.get(code, f"FAILED ({code})")
        self.results.append((name, words, time.monotonic() - start))

    def failed(self, name: str, why: str) -> None:
        """Record a stage that could not even be started."""
        print(f"\n── {name}\n{why}", flush=True)
        self.results.append((name, "FAILED", 0.0))

    def end(self) -> int:
        """Print what became of each stage; 0 if all went well, else 1."""
        print(f"\n── {'stages':<24}")
        for name, words, seconds in self.results:
            print(f"   {name:<24} {words:<28} {seconds:7.1f} s")
        return int(any(words.startswith("FAILED") for _, words, _ in self.results))

    def _call(self, command: list[str], variables: Mapping[str, str]) -> int:
        left = self.began + self.minutes * 60 - time.monotonic()
        if left <= 0:
            print("There is no time left for this.")
            return OUT_OF_TIME
        with _process(command, variables) as process:
            try:
                return process.wait(left)
            except subprocess.TimeoutExpired:
                print(f"Stopped: all stages together may take {self.minutes:g} minutes.")
                return OUT_OF_TIME


@contextlib.contextmanager
def _process(command: list[str], variables: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is not left behind, nor are those it started."""
    process = subprocess.Popen(
        command, env=variables, cwd=PROJECT, stdin=subprocess.DEVNULL, process_group=OWN_GROUP
    )
    try:
        yield process
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):  # all of them ended by themselves
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
