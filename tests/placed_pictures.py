"""A clip with a picture of a map, placed on the ground, for tests of what rests on that."""

from dataclasses import replace
from io import BytesIO

from PIL import Image

from caseboard.commands.clips import DISPLAY, AddClips, KeptClip, KeptFile
from caseboard.commands.georeferencing import SaveGeoreference, save
from caseboard.mapping.georeferencing import ControlPoint
from caseboard.model.clip import ClipFile
from caseboard.model.terms import ClipKind, FileRole, GeoreferenceKind, Method
from caseboard.store import clips
from caseworker import NOON

AFFINE, PROJECTIVE = GeoreferenceKind.AFFINE, GeoreferenceKind.PROJECTIVE
KUPIANSK = ControlPoint(0.2, 0.5, 49.71003, 37.61581, 1_000.0, "Kupiansk")
VUZLOVYI = ControlPoint(0.3, 0.85, 49.66, 37.65, 1_000.0, "Kupiansk-Vuzlovyi")
PETROPAVLIVKA = ControlPoint(0.6, 0.45, 49.7205, 37.7090, None, "Petropavlivka")
SYNKIVKA = ControlPoint(0.5, 0.2, 49.7627, 37.6921, 10_000.0, "Synkivka")
POINTS = (KUPIANSK, VUZLOVYI, PETROPAVLIVKA, SYNKIVKA)
AREA = ((0.5, 0.1), (0.9, 0.1), (0.9, 0.6), (0.55, 0.5))


def picture(size=(400, 320), colour=(222, 229, 232), kind="PNG"):
    """The bytes of a plain picture."""
    written = BytesIO()
    Image.new("RGB", size, colour).save(written, kind)
    return written.getvalue()


async def map_clip(work, name="map.png"):
    """A picture clip with its safe copy; returns the clip's id and the picture's file."""
    stored = work.library.files.add(picture(colour=(1, 2, len(name))))
    file = KeptFile(stored, name, "image/png", FileRole.ORIGINAL)
    kept = KeptClip(ClipKind.IMAGE, "Sketch map", (file,), "", Method.FILE)
    written = await work.history.record(AddClips(work.case, (kept,), NOON))
    clip_id = written.result[0]
    original = work.read(clips.source, clip_id)
    copy = work.library.files.add(picture(kind="JPEG"))
    await work.history.run(AddCopy(work.case, original.id, copy))
    return clip_id, work.read(clips.source, clip_id)


class AddCopy:
    """The copy that the program makes of a picture to show it."""

    label = "Copy"

    def __init__(self, case_id, file_id, stored):
        self.case_id, self.file_id, self.stored = case_id, file_id, stored

    def do(self, session):
        file = session.get(ClipFile, self.file_id)
        session.add(
            ClipFile(
                clip_id=file.clip_id,
                sha256=self.stored.sha256,
                role=FileRole.DERIVATIVE,
                name="map.jpg",
                media_type="image/jpeg",
                bytes=self.stored.bytes,
                ordinal=file.ordinal,
                made_from_id=file.id,
                step=DISPLAY,
            )
        )


async def place(work, file, points=POINTS, kind=AFFINE, label="Place"):
    """Say that these points of the picture are there."""
    command = SaveGeoreference(work.case, file.id, kind, tuple(points), label)
    return await save(work.library, work.history, command)


def moved(point, **changes):
    """The same point, otherwise placed."""
    return replace(point, **changes)
