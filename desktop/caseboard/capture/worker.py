"""The process that reads foreign bytes, so that they cannot harm this one."""

from collections.abc import Mapping

from caseboard.capture.reading import Reading
from caseboard.model.terms import ClipKind


class Worker:
    """Reads files in a process with limits; started at the first read, again after a death."""

    def read(
        self,
        kind: ClipKind,
        media_type: str,
        data: bytes,
        *,
        url: str = "",
        pictures: Mapping[str, str] | None = None,
    ) -> Reading:
        """Read `data`; blocks, from any thread. Raises `Unreadable`."""
        raise NotImplementedError

    def close(self) -> None:
        """End the process."""
