"""What is said where something is to be tagged and nothing is picked."""

from caseboard.i18n import _
from caseboard.ui.reader.sheets_pane import SheetsPane
from caseboard.ui.reader.tabs import Tab


def what_is_missing(tab: Tab, pages: SheetsPane | None, *, has_words: bool) -> str:
    """What to do first in this view; `has_words` where words of the original are picked."""
    if tab is Tab.IMAGES:
        return _("Drag a rectangle on the picture first")
    if tab is Tab.PAGES and pages is not None:
        if pages.view.has_words_picked():
            return _("The clip's text lacks these words: draw a rectangle around them")
        return _("Select words first, or draw a rectangle with Alt")
    if tab is Tab.ORIGINAL and has_words:
        return _("To tag this passage, select it in Reader")
    return _("Select text first")
