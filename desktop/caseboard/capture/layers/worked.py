"""Asks a worker what layer a file is; checks what it answers as foreign bytes would be."""

from dataclasses import dataclass, field
from typing import Any

from caseboard import i18n
from caseboard.capture import confine
from caseboard.capture.answer import Answer
from caseboard.capture.layers import dating, refusals
from caseboard.capture.layers.dating import Dated
from caseboard.capture.worker import GivenUp, Limits, Worker, command
from caseboard.i18n import _
from caseboard.model.terms import LayerKind

TASKS = "caseboard.capture.layers.tasks"
LIMITS = Limits(confine.PICTURE_MEMORY, cpu=30.0, clock=45.0)
LONGEST = 64 * 2**20
"""Bytes of a file with features."""


@dataclass(frozen=True, slots=True)
class LayerRead:
    """A file that is a layer: its features as GeoJSON (RFC 7946), and what is known of it."""

    format: str
    count: int
    bounds: tuple[float, float, float, float]
    """West, south, east, north: degrees WGS 84."""
    features: bytes = field(repr=False)
    is_styled: bool = False
    """Whether its features bring colours of their own."""
    notes: tuple[str, ...] = ()
    """Sentences: what was left out."""
    dated: Dated = field(default_factory=Dated)
    kind: LayerKind = LayerKind.IMPORTED
    name: str = ""
    """What the file calls itself."""
    attribution: str = ""
    """As the file asks to be named."""


def worker() -> Worker:
    """A process for layers alone, so that no clip waits for one; started at its first read."""
    return Worker(command(TASKS))


def check_size(size: int) -> None:
    """Raise `CaseError` where a file of `size` bytes is more than is read."""
    if size > LONGEST:
        raise refusals.too_large()


def read(worker: Worker, data: bytes, file_name: str = "") -> LayerRead:
    """The layer that `data` is; blocks. Raises `CaseError` where it is none, or too large."""
    check_size(len(data))
    try:
        answer = worker.do("layer", data, {"language": i18n.spoken()}, LIMITS)
    except GivenUp as error:
        raise refusals.too_much() from error
    try:
        return _checked(answer, file_name)
    except (KeyError, TypeError, ValueError, IndexError, OverflowError) as error:
        raise refusals.broken(_("its reader answered nonsense.")) from error


def _checked(answer: Answer, file_name: str) -> LayerRead:
    values: dict[str, Any] = answer.values
    west, south, east, north = (float(each) for each in values["bounds"])
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise ValueError(values["bounds"])
    left_out, count = int(values["left_out"]), int(values["count"])
    return LayerRead(
        format=str(values["format"])[:40],
        count=count,
        bounds=(west, south, east, north),
        features=answer.blobs[0],
        is_styled=bool(values["is_styled"]),
        notes=(refusals.left_out(left_out),) if left_out else (),
        dated=dating.of(file_name),
    )
