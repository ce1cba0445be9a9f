"""From what is picked in the reader to a place a command can anchor."""

from caseboard.commands.anchoring import Place, RegionPlace, TextPlace
from caseboard.ui.reader.page import Selection, TextSelection


def place_of(selection: Selection) -> Place:
    """The passage or region that was picked."""
    if isinstance(selection, TextSelection):
        return TextPlace(selection.start, selection.end)
    box = (selection.x, selection.y, selection.w, selection.h)
    return RegionPlace(selection.file_id, *box, page=selection.page)


def quote_of(selection: Selection | None) -> str:
    """The words picked, on one line; none for a region."""
    if not isinstance(selection, TextSelection):
        return ""
    return " ".join(selection.exact.split())
