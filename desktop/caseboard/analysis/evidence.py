"""From an anchor to the clip it stands in."""

from caseboard.model.clip import Clip
from caseboard.model.dossier import Dossier
from caseboard.model.ids import AnchorId


def clips_by_anchor(dossier: Dossier) -> dict[AnchorId, Clip]:
    """The clip of every anchor of `dossier`; anchors in a clip it leaves out are left out."""
    clips = {clip.id: clip for clip in dossier.clips}
    return {
        anchor.id: clips[anchor.clip_id] for anchor in dossier.anchors if anchor.clip_id in clips
    }
