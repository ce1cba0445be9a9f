"""Pictures that lie in one file with the page that shows them."""

from dataclasses import replace

from caseboard.capture import figures
from caseboard.capture.documents import refusals
from caseboard.capture.embedded import Embedded
from caseboard.capture.reading import PictureRef, Reading

MAX_BYTES = 96 * 2**20
MAX_PICTURES = 500
MAX_ALONE = 40
_COMPARED = 100


class Held:
    """Pictures by their addresses, as many as there is room for."""

    def __init__(self) -> None:
        self._pictures: dict[str, tuple[str, bytes]] = {}
        self._room = MAX_BYTES

    @property
    def is_empty(self) -> bool:
        """Whether no picture is held."""
        return not self._pictures

    def add(self, url: str, media_type: str, data: bytes) -> None:
        """Hold a picture; the first one counts where two have an address."""
        is_new = bool(url and data) and url not in self._pictures
        if is_new and len(self._pictures) < MAX_PICTURES and len(data) <= self._room:
            self._room -= len(data)
            self._pictures[url] = media_type, data

    def into(self, reading: Reading) -> Reading:
        """`reading` with those of its pictures that are held here."""
        found = []
        for picture in reading.pictures:
            held = self._find(picture)
            if held is not None:
                found.append(Embedded(picture.url, *held))
        return replace(reading, embedded=(*reading.embedded, *found))

    def alone(self) -> Reading:
        """The pictures of a page that is lost. Raises `CaseError` where there are none."""
        if not self._pictures:
            raise refusals.no_page()
        urls = list(self._pictures)[:MAX_ALONE]
        return Reading(
            pictures=tuple(PictureRef(url) for url in urls),
            embedded=tuple(Embedded(url, *self._pictures[url]) for url in urls),
            problem=refusals.only_pictures(),
        )

    def _find(self, picture: PictureRef) -> tuple[str, bytes] | None:
        exact = self._pictures.get(picture.url)
        if exact is not None:
            return exact
        for url, held in list(self._pictures.items())[:_COMPARED]:  # a page may name another size
            if figures.same_picture(picture.url, url):
                return held
        return None
