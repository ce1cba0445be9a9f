"""A command that fails until it is mended."""

from dataclasses import dataclass, field

from caseboard.errors import CaseError


@dataclass(frozen=True)
class Broken:
    is_mended: list = field(default_factory=list)
    label = "Write"
    case_id = None

    def do(self, _session):
        if not self.is_mended:
            raise CaseError("The disk is full.", "Make room.")
