"""Fetches a page with all that belongs to it; the part behind `fetch` that is slow to import."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import httpx

from caseboard.capture import guards, sniff
from caseboard.capture.fetching import client, naming, sentences
from caseboard.capture.fetching.belongings import Belongings
from caseboard.capture.fetching.fetch import Needs, Told
from caseboard.capture.fetching.fetched import Exchange, Fetched, NotFetched
from caseboard.capture.fetching.following import Trail, web_address
from caseboard.capture.fetching.network import Network
from caseboard.capture.fetching.rules import Rules
from caseboard.capture.fetching.session import Answer, Session
from caseboard.capture.fetching.telling import Telling
from caseboard.capture.fetching.threads import NotKept, to_end
from caseboard.capture.fetching.warc import Warc
from caseboard.capture.reading import Need
from caseboard.errors import CaseError
from caseboard.i18n import _

_NAME = "capture.warc.gz"
REFRESH = "refresh"
"""The kind of `Need` that a page sends on to by itself."""
TRACKING = "tracking"
"""The kind of one that only counts readers: those are written down and not asked for."""
MOST_TRACKING = 50


async def fetch(
    url: str, rules: Rules, scratch: Path, *, needs: Needs, told: Told, network: Network | None
) -> Fetched:
    """See `caseboard.capture.fetching.fetch.fetch`."""
    began = datetime.now(UTC)
    start = web_address(url)
    if start is None:
        raise sentences.no_web_address(url)
    try:
        words = client.network_in_words(rules.proxy)
        made = await to_end(client.Client, rules, network or Network())
    except (ValueError, httpx.InvalidURL, NotFetched) as error:
        raise sentences.wrong_proxy(rules.proxy) from error
    agent = client.agent(rules)
    with Warc(scratch / _NAME, agent) as warc, Telling(told) as telling:
        async with made:
            session = Session(made, rules, warc, scratch)
            page = _Page(url, rules, session, needs, telling, words, began)
            try:
                return await page.fetch(start, warc.path)
            except NotFetched as error:
                if warc.count:
                    error.exchange = page.exchange()
                    error.warc = warc.path
                raise


@dataclass(frozen=True, slots=True)
class _Come:
    """A page that came, and what it asks for."""

    answer: Answer
    media_type: str
    needs: Sequence[Need] = ()


class _Page:
    """One page on its way."""

    def __init__(
        self,
        asked: str,
        rules: Rules,
        session: Session,
        needs: Needs,
        telling: Telling,
        network: str,
        began: datetime,
    ) -> None:
        now = asyncio.get_running_loop().time()
        self._asked = asked
        self._rules = rules
        self._session = session
        self._needs = needs
        self._telling = telling
        self._network = network
        self._began = began
        self._until = now + min(rules.seconds, rules.all_seconds)
        self._all_until = now + rules.all_seconds
        self._trail = Trail(session, rules.redirects)
        self._missing: list[dict[str, Any]] = []
        self._came: Answer | None = None

    async def fetch(self, start: httpx.URL, warc: Path) -> Fetched:
        come = await self._come(start)
        while (onward := self._refresh(come)) is not None:
            steps = len(self._trail.hops)
            try:
                come = await self._come(self._trail.onward(come.answer, onward))
            except NotKept:
                raise
            except NotFetched as error:  # then the page that sends on is what there is
                del self._trail.hops[steps:]
                self._miss(onward, str(error))
                break
        answer = come.answer
        if answer.shortfall:
            self._miss(str(answer.url), answer.shortfall)
        belongings = Belongings(
            self._session, self._rules, self._needs, self._telling, self._all_until
        )
        unwanted = [need for need in come.needs if need.kind == TRACKING][:MOST_TRACKING]
        self._missing += [_left_alone(need) for need in unwanted]
        wanted = [need for need in come.needs if need.kind not in {REFRESH, TRACKING}]
        await belongings.fetch(wanted, str(answer.url))
        self._missing += belongings.missing
        return Fetched(
            self.exchange(answer),
            come.media_type,
            naming.name(answer.disposition, str(answer.url), come.media_type),
            answer.body.unpacked,
            warc,
            belongings.got,
            naming.charset(answer.headers.get("Content-Type", "")),
        )

    def exchange(self, answer: Answer | None = None) -> Exchange:
        """The facts so far; `answer` is that of the page, where another came after it."""
        hops = self._trail.hops
        answer = answer or self._came
        return Exchange(
            asked=self._asked,
            reached=str(answer.url) if answer else hops[-1]["to"] if hops else self._asked,
            began=self._began,
            ended=datetime.now(UTC),
            status=answer.status if answer else None,
            redirects=tuple(hops),
            headers=answer.pairs if answer else (),
            tls=answer.tls if answer else {},
            user_agent=client.agent(self._rules),
            network=self._network,
            server_time=_time(answer.headers.get("Date", "")) if answer else None,
            asked_at=answer.asked_at if answer else None,
            answered_at=answer.answered_at if answer else None,
            missing=tuple(self._missing),
        )

    async def _come(self, url: httpx.URL) -> _Come:
        """What stands at the end of the redirects from `url`, if it is of any use."""
        self._telling.say(_("Asking {host}").format(host=url.host))
        most = self._rules.page_bytes
        self._came = None
        answer = await self._trail.follow(url, most=most, until=self._until, heard=self._heard)
        self._came = answer
        head = await to_end(naming.beginning, answer.body.unpacked, sniff.HEAD)
        kind = naming.media_type(head, answer.headers.get("Content-Type", ""))
        if not head.strip() and answer.body.unpacked_size <= sniff.HEAD:
            raise _nothing(answer)
        is_page = kind in sniff.HTML
        if answer.shortfall and not is_page:
            raise _in_part(answer)
        return _Come(answer, kind, await self._asks_for(answer, kind) if is_page else ())

    async def _asks_for(self, answer: Answer, kind: str) -> Sequence[Need]:
        try:
            guards.check_size(answer.body.unpacked_size)
            data = await to_end(answer.body.unpacked.read_bytes)
            return await self._needs(data, kind, str(answer.url))
        except CaseError as error:
            self._miss(str(answer.url), str(error))
            return ()

    def _refresh(self, come: _Come) -> str | None:
        """Where a page sends on by itself, if there is still a step left and it is another page."""
        onward = next((need.url for need in come.needs if need.kind == REFRESH), None)
        url = web_address(onward) if onward else None
        if url is None or self._trail.was_at(url) or self._trail.is_at_end:
            return None
        return onward

    def _heard(self, size: int, expected: int) -> None:
        self._telling.say(_("Receiving the page"), size, expected)

    def _miss(self, url: str, reason: str) -> None:
        self._missing.append({"url": url, "kind": "page", "reason": reason})


def _left_alone(need: Need) -> dict[str, Any]:
    reason = _("It was not asked for: it only tells who reads the page.")
    return {"url": need.url, "kind": need.kind, "reason": reason}


def _nothing(answer: Answer) -> NotFetched:
    if answer.shortfall:
        return _in_part(answer)
    return sentences.empty(answer.host, answer.status, answer.reason)


def _in_part(answer: Answer) -> NotFetched:
    """Not all of something came that is of no use in part."""
    if answer.declared > answer.most:
        return sentences.too_long(answer.host, answer.declared, answer.most)
    return sentences.not_whole(answer.host, answer.shortfall)


def _time(stated: str) -> datetime | None:
    """A `Date` header (RFC 9110, 5.6.7) in UTC; None where it is none."""
    try:
        found = parsedate_to_datetime(stated)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
