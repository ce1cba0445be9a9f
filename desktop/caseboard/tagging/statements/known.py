"""The sources a library knows already, under the names it has for them."""

from bisect import bisect_left
from functools import lru_cache

from caseboard.tagging.context import KnownSource
from caseboard.tagging.document import Document, Span
from caseboard.tagging.statements import agencies, keys
from caseboard.tagging.statements.agencies import Agency
from caseboard.tagging.statements.names import Hit, Names
from caseboard.tagging.suggestions import Speaker


class KnownSources:
    """Finds them by any of their names, and by the row of the shipped table they are."""

    def __init__(self, sources: tuple[KnownSource, ...]) -> None:
        self._names: Names[KnownSource] = Names()
        self._ids = {source.id: source for source in sources}
        self._agencies: dict[str, KnownSource] = {}
        for source in sources:
            self._names.add((source.name, *source.aliases), source)
            for name in (source.name, *source.aliases):
                whole = agencies.whole(name)
                if whole is not None:
                    self._agencies.setdefault(whole.id, source)
        self._cut: tuple[Document, list[Hit[KnownSource]]] | None = None

    def by_id(self, source_id: str) -> KnownSource | None:
        """The one of this id."""
        return self._ids.get(source_id)

    def of_agency(self, agency: Agency) -> KnownSource | None:
        """The one that is a row of the shipped table."""
        return self._agencies.get(agency.id)

    def named(self, name: str) -> KnownSource | None:
        """The one of this very name."""
        tokens = keys.of_text(name)
        hits = self._names.find(tokens, name)
        return hits[0].of if len(hits) == 1 and hits[0].stop == len(tokens) else None

    def find(self, document: Document, span: Span) -> Hit[KnownSource] | None:
        """The first one named in a span."""
        if not self._ids:
            return None
        if self._cut is None or self._cut[0] is not document:
            self._cut = (document, self._names.find(keys.of_document(document), document.text))
        hits = self._cut[1]
        at = bisect_left(hits, span.start, key=lambda hit: hit.start)
        return hits[at] if at < len(hits) and hits[at].start < span.end else None


def speaker(source: KnownSource) -> Speaker:
    """A source of the library as a speaker, as yet without its place in the text."""
    return Speaker(source.name, source.kind, country=source.country, known_id=source.id)


@lru_cache(maxsize=4)
def sources(some: tuple[KnownSource, ...]) -> KnownSources:
    """The same for the same sources: its tables are made once."""
    return KnownSources(some)
