"""Whether a link that was followed led to a page that the case has already."""

from sqlmodel import Session

from caseboard.model.clip import Clip
from caseboard.model.ids import ClipId
from caseboard.model.terms import ClipState
from caseboard.store import versions


def before(session: Session, clip_id: ClipId, given: ClipId | None = None) -> ClipId | None:
    """The clip that this one, just fetched, is a later version of; None where there is none.

    `given` is one that was found before, which counts as long as it is there.
    A clip that is not what it stands for takes no one's place, and one that is a version of a
    page already stays that.
    """
    clip = session.get(Clip, clip_id)
    if clip is None or clip.state is not ClipState.READY or clip.hollow is not None:
        return None
    if len(versions.chain(session, clip_id)) > 1:
        return None
    earlier = session.get(Clip, given) if given else None
    if earlier is not None and earlier.deleted is None:
        return earlier.id
    for url in dict.fromkeys((clip.url_asked, clip.url_reached)):
        found = versions.earlier_of_url(session, clip.case_id, url, besides=clip_id)
        if found is not None:
            return found
    return None
