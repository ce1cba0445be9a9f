"""From what a view shows to the shapes that any painter draws."""

from caseboard.mapping import furniture, ground, marks, names, overlays_drawing
from caseboard.mapping.content import Content
from caseboard.mapping.ground import GroundReader
from caseboard.mapping.look import Look
from caseboard.mapping.options import Options, Part
from caseboard.mapping.placing import Room
from caseboard.mapping.scene import Scene
from caseboard.mapping.view import View

ALL = Options()


def compose(
    view: View, content: Content, reader: GroundReader, look: Look, options: Options = ALL
) -> Scene:
    """The scene of a view, in the parts that `options` ask for.

    It may be called from any thread; it reads files, so not from the one that paints.
    """
    parts = options.parts
    room = Room(view.width, view.height)
    room.take(*options.covered)
    furnished = furniture.drawn(view, content, look, reader.attribution, options, room)
    marked = marks.NONE
    if parts & {Part.NAMES, Part.MARKS}:
        marked = marks.drawn(view, content, reader, look, options, room)
    return Scene(
        view,
        look.sea,
        ground=ground.drawn(view, reader, look) if Part.GROUND in parts else (),
        overlays=overlays_drawing.drawn(view, content.overlays) if Part.OVERLAYS in parts else (),
        names=names.drawn(view, reader, look, options, room, marked.sites, content.overlays)
        if Part.NAMES in parts
        else (),
        marks=marked.shapes if Part.MARKS in parts else (),
        targets=marked.targets if Part.MARKS in parts else (),
        furniture=furnished,
        attribution=furniture.attribution(view, content, reader.attribution),
        is_generalised=furniture.is_generalised(view),
    )
