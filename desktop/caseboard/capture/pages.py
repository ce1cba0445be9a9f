"""From a page's HTML to the `Reading` of its clip."""

from collections.abc import Mapping
from dataclasses import replace

from caseboard.capture import clipboard, embedded, guards, hollow, page, sanitise, tree
from caseboard.capture.article import NOTHING, Page
from caseboard.capture.decode import decode
from caseboard.capture.reading import PictureRef, Reading
from caseboard.i18n import _


def read(
    data: bytes | str,
    *,
    url: str = "",
    pictures: Mapping[str, str] | None = None,
    status: int | None = None,
) -> Reading:
    """Read a page, or the HTML of a clipboard. Raises `CaseError` where it is too large.

    `status` is that of the answer over HTTP that brought the page, where one did.
    """
    markup, source = clipboard.fragment(data)
    base = url or source
    guards.check_size(len(markup))
    root = tree.parse(decode(markup))
    known = NOTHING if root is None else page.of_tree(root, base or None)
    found = hollow.of(root, known, markup, status=status, url=base)
    if pictures is None:
        pictures = {image.url: str(ordinal) for ordinal, image in enumerate(known.images)}
    wanted = {image.url for image in known.images if image.url.startswith(embedded.SCHEME)}
    written_in = tuple(embedded.pictures(markup, wanted)) if wanted else ()
    seen_from = tree.base(root, base) if root is not None and base else base
    reading = of_page(known, sanitise.clean(markup, pictures, base=seen_from), written_in)
    problem = "" if found or reading.text.strip() else _no_words()
    return replace(reading, hollow=found.kind.value if found else "", problem=problem)


def _no_words() -> str:
    return _("There are no words on this page that could be shown. It is kept as it is.")


def of_page(known: Page, html: str = "", written_in: tuple[embedded.Embedded, ...] = ()) -> Reading:
    """The reading of an article, with its page as it may be shown."""
    return Reading(
        title=known.title,
        author=", ".join(known.authors),
        published=known.published,
        published_as_printed=known.published_as_printed,
        site=known.site,
        language=known.language,
        text=known.full_text,
        parts=known.parts,
        pictures=tuple(
            PictureRef(image.url, image.caption, image.credit, image.alt) for image in known.images
        ),
        canonical_url=known.canonical_url,
        html=html,
        embedded=written_in,
        said_in=dict(known.said_in),
        confidence=known.confidence,
    )
