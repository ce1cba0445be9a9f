"""A case as it stood at the information cut-off."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from caseboard.analysis.omitting import Omitted, without
from caseboard.errors import CaseError
from caseboard.model import moments
from caseboard.model.dossier import Dossier
from caseboard.model.work import Layer


def before(dossier: Dossier, cutoff: datetime | None) -> Dossier:
    """The dossier without clips captured after `cutoff` (UTC), nor what rests on them alone.

    Layers published after it are left out too; what the analyst wrote stays. None leaves out
    nothing.
    """
    there = layers(dossier.layers, cutoff)
    if len(there) < len(dossier.layers):
        dossier = replace(dossier, layers=there)
    if cutoff is None:
        return dossier
    later = {clip.id for clip in dossier.clips if clip.captured > cutoff}
    return without(dossier, Omitted(later)) if later else dossier


def layers(held: Iterable[Layer], cutoff: datetime | None) -> list[Layer]:
    """The layers without those that are known to have been published after `cutoff` (UTC)."""
    return [layer for layer in held if cutoff is None or not _is_after(layer.published, cutoff)]


def _is_after(edtf: str, moment: datetime) -> bool:
    try:
        start = moments.read(edtf).start if edtf else None
    except CaseError:
        return False
    return start is not None and start > moment
