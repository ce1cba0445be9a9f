"""Whether a page that was just read is one that the case has already."""

from sqlmodel import Session

from caseboard.model.clip import Clip
from caseboard.model.ids import ClipId
from caseboard.model.terms import ClipKind, ClipState
from caseboard.store import versions


def before(session: Session, clip_id: ClipId, given: ClipId | None = None) -> ClipId | None:
    """The clip that this one, just fetched, is a later version of; None where there is none.

    `given` is one that was found before, which counts as long as it is there.
    A clip that is not what it stands for takes no one's place, and one that is a version of a
    page already stays that.
    """
    clip = _fit(session, clip_id)
    if clip is None:
        return None
    earlier = session.get(Clip, given) if given else None
    if earlier is not None and earlier.deleted is None:
        return earlier.id
    for url in dict.fromkeys((clip.url_asked, clip.url_reached)):
        found = versions.earlier_of_url(session, clip.case_id, url, besides=clip_id)
        if found is not None:
            return found
    return None


def mended(session: Session, clip_id: ClipId) -> ClipId | None:
    """The clip of a link that got no article, whose page this one is; None where there is none.

    So a page that was saved in a browser and dropped takes the place of the wall that was fetched.
    """
    clip = _fit(session, clip_id)
    if clip is None or clip.kind is not ClipKind.ARTICLE:
        return None
    found = versions.earlier_of_url(session, clip.case_id, clip.url_reached, besides=clip_id)
    earlier = session.get(Clip, found) if found else None
    if earlier is None:
        return None
    is_empty = earlier.hollow is not None or earlier.state is ClipState.UNREAD
    return earlier.id if is_empty else None


def _fit(session: Session, clip_id: ClipId) -> Clip | None:
    """The clip, if it can be a version of another."""
    clip = session.get(Clip, clip_id)
    if clip is None or clip.state is not ClipState.READY or clip.hollow is not None:
        return None
    return clip if len(versions.chain(session, clip_id)) == 1 else None
