"""Follows an address to where its page stands, one redirect after the other."""

from typing import Any
from urllib.parse import urlsplit

import httpx

from caseboard.capture import urls
from caseboard.capture.fetching import sentences
from caseboard.capture.fetching.session import Answer, Heard, Session

_LONGEST = 8_000


def web_address(address: str) -> httpx.URL | None:
    """`address` as it is asked: without user and password, and without its fragment.

    None where it is no http or https address.
    """
    tidy = address.strip()
    if len(tidy) > _LONGEST or any(character < " " for character in tidy):
        return None
    try:
        pieces = urlsplit(tidy)
        if pieces.scheme.lower() not in {"http", "https"}:
            return None
        host = pieces.netloc.rpartition("@")[2]
        url = httpx.URL(pieces._replace(netloc=host, fragment="").geturl())
        if "%" in url.host and ":" not in url.host:  # no name has one (RFC 1123)
            return None
    except (httpx.InvalidURL, ValueError):  # such as `http://[`
        return None
    return url if url.host and (url.port is None or 0 < url.port < 65_536) else None


class Trail:
    """The addresses of one page, from the one asked for to where it stands."""

    def __init__(self, session: Session, most: int) -> None:
        self._session = session
        self._most = most
        self._seen: set[tuple[str, str]] = set()
        self.hops: list[dict[str, Any]] = []

    @property
    def is_at_end(self) -> bool:
        """Whether no further redirect may be followed."""
        return len(self.hops) >= self._most

    def was_at(self, url: httpx.URL) -> bool:
        """Whether `url` was asked already."""
        return any(str(url) == seen for seen, _cookies in self._seen)

    async def follow(
        self,
        url: httpx.URL,
        *,
        most: int,
        until: float,
        heard: Heard,
    ) -> Answer:
        """The first answer that sends on nowhere. Raises `NotFetched`."""
        while True:
            self._look(url)
            answer = await self._session.ask(url, most=most, until=until, heard=heard)
            if not answer.redirect:
                return answer
            url = self.onward(answer, answer.redirect)

    def onward(self, answer: Answer, location: str) -> httpx.URL:
        """Note that `answer` sends on to `location`; returns that address."""
        to = urls.absolute(location, str(answer.url))
        url = web_address(to)
        self.hops.append({"url": str(answer.url), "status": answer.status, "to": str(url or to)})
        if url is None:
            raise sentences.leads_out(answer.host, to)
        if len(self.hops) > self._most:
            raise sentences.too_many_redirects(self._most)
        return url

    def _look(self, url: httpx.URL) -> None:
        # With another cookie the same address may well answer another thing.
        step = (str(url), self._session.cookies_for(url))
        if step in self._seen:
            raise sentences.in_circles(url.host)
        self._seen.add(step)
