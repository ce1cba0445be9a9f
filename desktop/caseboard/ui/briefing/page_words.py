"""Where a link of a briefing leads, in words."""

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.choosing import title
from caseboard.i18n import _
from caseboard.ui.briefing.page_spots import PageSpots, Spot
from caseboard.ui.briefing.sheaf import Link

_KINDS = frozenset(kind.value for kind in SectionKind)


def link_words(link: Link, spots: PageSpots) -> str:
    """The address, or the section and page that a link leads to."""
    if link.url:
        return link.url
    kind = spots.section(Spot(link.page, link.top + 1), _KINDS)
    number = link.page + 1
    if not kind:
        return _("Page {number}").format(number=number)
    return _("{section}, page {number}").format(section=title(SectionKind(kind)), number=number)
