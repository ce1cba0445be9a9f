"""A file that is written from its beginning, on a disk that may be full."""

from io import FileIO
from pathlib import Path


class NewFile:
    """A new file that holds nothing back, so that it can be cut where something whole ends.

    Made by its first `open`; never takes the place of another. Every method may raise `OSError`,
    except `close`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened: FileIO | None = None

    @property
    def is_open(self) -> bool:
        """Whether it was made."""
        return self._opened is not None

    def open(self) -> None:
        """Make the file."""
        self._opened = self.path.open("xb", buffering=0)

    def write(self, data: bytes) -> int:
        """Write all of `data`; a full disk takes less at first, and says so later."""
        rest = memoryview(data)
        while rest:
            rest = rest[self._raw.write(rest) :]
        return len(data)

    def tell(self) -> int:
        """How many bytes stand in it."""
        return self._raw.tell()

    def flush(self) -> None:
        """Nothing is held back."""

    def cut_at(self, end: int) -> None:
        """Forget what stands behind `end`."""
        self._raw.truncate(end)
        self._raw.seek(end)

    def close(self) -> None:
        """Close it, if it was ever made."""
        if self._opened is not None:
            self._opened.close()

    @property
    def _raw(self) -> FileIO:
        if self._opened is None:
            raise ValueError("the file is not open yet")
        return self._opened
