"""Who collects, and on what machine."""

import platform
from dataclasses import dataclass

from caseboard.capture import clock
from caseboard.model.collection import Collection
from caseboard.model.ids import ClipId


@dataclass(frozen=True, slots=True)
class Station:
    """A collector at a machine, as every clip's collection names them."""

    collector: str
    machine: str
    system: str

    @classmethod
    def of(cls, collector: str) -> "Station":
        """`collector` at the machine this runs on."""
        release = platform.release().partition("-")[0]
        system = f"{platform.system()} {release}, Python {platform.python_version()}"
        return cls(collector, platform.node(), system)

    def collection(self, clip_id: ClipId) -> Collection:
        """The record of a clip's collection, as far as it is known when the clip is made."""
        return Collection(
            clip_id=clip_id,
            collector=self.collector,
            machine=self.machine,
            system=self.system,
            clock_reference=clock.system_state() if self.machine else "",
        )


NOWHERE = Station("", "", "")
"""Where nobody says who collects: a test's casework."""
