"""What the analyst sets of a clip."""

from caseboard.capture.reading import Reading
from caseboard.commands.clips import AddClips, FillClip, KeptClip, KeptFile
from caseboard.commands.describing import DescribeClip
from caseboard.model.terms import ClipKind, FileRole, Method
from caseboard.store import clips
from caseworker import NOON, Casework


async def test_what_the_analyst_has_written_was_read_nowhere(library, history):
    work = Casework(library, history)
    case_id = await work.open()
    file = KeptFile(library.files.add(b"\xff\xd8\xff"), "a.jpg", "image/jpeg", FileRole.ORIGINAL)
    kept = KeptClip(ClipKind.IMAGE, "A photo", (file,), "", Method.FILE)
    clip_id = (await history.run(AddClips(case_id, (kept,), NOON)))[0]
    origins = {"credit": "IPTC 2:110 Credit", "author": "IPTC 2:80 Byline"}
    reading = Reading(title="A photo", credit="Agency", author="Ann", said_in=origins)
    await history.run(FillClip(case_id, clip_id, reading))
    changes = {"credit": "River Agency", "author": "Ann"}
    await history.run(DescribeClip(case_id, clip_id, changes, None))
    clip = work.read(clips.view, clip_id).clip
    assert (clip.credit, clip.said_in) == ("River Agency", {"author": "IPTC 2:80 Byline"})
    await history.undo(case_id)
    clip = work.read(clips.view, clip_id).clip
    assert (clip.credit, clip.said_in) == ("Agency", origins)
