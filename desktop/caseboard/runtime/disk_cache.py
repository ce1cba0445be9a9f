"""Files that may be fetched again: kept in a folder up to a size, the oldest go first."""

import hashlib
import logging
import time
from pathlib import Path
from threading import Lock

log = logging.getLogger(__name__)
_PART = ".part"


class DiskCache:
    """Bytes under names; from any thread. A disk that refuses costs only the keeping."""

    def __init__(self, folder: Path, most: int, seconds: float) -> None:
        """Holds `most` bytes, each file for at most so many `seconds`."""
        self._folder = folder
        self._most = most
        self._seconds = seconds
        self._size: int | None = None
        self._lock = Lock()

    def read(self, name: str) -> bytes:
        """What is kept under a name; empty where nothing is, or it is too old."""
        path = self._path(name)
        try:
            if time.time() - path.stat().st_mtime > self._seconds:
                return b""
            return path.read_bytes()
        except OSError:
            return b""

    def keep(self, name: str, data: bytes) -> None:
        """Keep bytes under a name."""
        path = self._path(name)
        part = path.with_suffix(_PART)
        with self._lock:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                part.write_bytes(data)
                part.replace(path)
                self._make_room(len(data))
            except OSError as error:
                log.warning("the cache %s could not keep a file: %s", self._folder, error)

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            for path in self._files():
                path.unlink(missing_ok=True)
            self._size = 0

    def _path(self, name: str) -> Path:
        digest = hashlib.sha256(name.encode()).hexdigest()
        return self._folder / digest[:2] / digest

    def _files(self) -> list[Path]:
        return [path for path in self._folder.glob("??/*") if path.is_file()]

    def _make_room(self, more: int) -> None:
        """Down to nine tenths where it is over: looking at each file takes time."""
        if self._size is None:
            self._size = sum(path.stat().st_size for path in self._files())
        else:
            self._size += more
        if self._size <= self._most:
            return
        aged = sorted((path.stat().st_mtime, path.stat().st_size, path) for path in self._files())
        self._size = sum(size for _age, size, _path in aged)
        for _age, size, path in aged:
            if self._size <= 0.9 * self._most:
                return
            path.unlink(missing_ok=True)
            self._size -= size
