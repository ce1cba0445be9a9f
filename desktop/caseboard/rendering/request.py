"""What the parent asks for, and how it is answered."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any


@dataclass(frozen=True, slots=True)
class Request:
    """One page to draw. The parent vouches for all of it."""

    url: str
    folder: Path
    """Where `page.png`, `page.mhtml` and `page.pdf` go."""
    user_agent: str
    proxy: str
    """`127.0.0.1:port`: the one way to the web."""
    token: str
    """What that proxy wants to hear before it does anything."""
    seconds: float
    """For everything."""

    @classmethod
    def from_line(cls, line: bytes) -> "Request":
        """As it came down the pipe."""
        values: dict[str, Any] = json.loads(line)
        return cls(**{**values, "folder": Path(values["folder"])})


class Failed(Exception):
    """The page cannot be drawn; `reason` is one of the parent's words for why."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


class Answers:
    """The lines that go back: stages as they begin, and at last what came of it."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe

    def stage(self, name: str, done: int = 0, total: int = 0) -> None:
        """Say what is being done now, and how far it is."""
        self._say({"stage": name, "done": done, "total": total})

    def done(self, facts: dict[str, Any]) -> None:
        """Say that all files are written."""
        self._say({"result": facts})

    def failed(self, failure: Failed) -> None:
        """Say why there is nothing."""
        self._say({"failure": failure.reason, "detail": failure.detail})

    def _say(self, values: dict[str, Any]) -> None:
        self._pipe.write(json.dumps(values).encode() + b"\n")
        self._pipe.flush()
