"""Fetches what belongs to a page: its pictures, its stylesheets and their own, its fonts."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from caseboard.capture import sniff
from caseboard.capture.fetching import naming, sentences
from caseboard.capture.fetching.client import SIDE_BY_SIDE
from caseboard.capture.fetching.fetch import Needs
from caseboard.capture.fetching.fetched import Got, NotFetched
from caseboard.capture.fetching.following import Trail, web_address
from caseboard.capture.fetching.queue import Queue
from caseboard.capture.fetching.rules import Rules
from caseboard.capture.fetching.session import Answer, Session
from caseboard.capture.fetching.telling import Telling
from caseboard.capture.fetching.threads import NotKept, to_end
from caseboard.capture.reading import Need
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext

KINDS = {"picture", "style", "font"}
_PER_HOST = 4
_TOO_SHORT = 0.1
"""Seconds in which nothing is begun any more; timers of Qt may ring a little early."""
_DEEPEST_STYLE = 1
"""A stylesheet may import others, and these none."""
_MOST_OF_STYLE = 4 * 2**20
"""As much of it is looked at; all of it is kept."""


class Belongings:
    """The files of one page. What is not to be had is noted in `missing`, never fatal."""

    def __init__(
        self, session: Session, rules: Rules, needs: Needs, telling: Telling, until: float
    ) -> None:
        self._session = session
        self._rules = rules
        self._needs = needs
        self._telling = telling
        self._until = until
        self._queue = Queue(_PER_HOST)
        self._asked: set[str] = set()
        self._done = 0
        self._order: dict[str, int] = {}
        self._depth: dict[str, int] = {}
        self._got: list[Got] = []
        self.missing: list[dict[str, Any]] = []

    @property
    def got(self) -> tuple[Got, ...]:
        """What came, in the order the page names it."""
        return tuple(sorted(self._got, key=lambda one: self._order[one.url]))

    async def fetch(self, needs: Sequence[Need], page: str) -> None:
        """Fetch `needs` of the page at `page`, and what their stylesheets need."""
        self._asked.add(page)
        for need in needs:
            await self._add(need)
        full: BaseException | None = None
        try:
            async with asyncio.TaskGroup() as group:
                for _number in range(SIDE_BY_SIDE):
                    group.create_task(self._work())
        except* NotKept as errors:
            full = errors.exceptions[0]
        if full is not None:
            raise full

    async def _add(self, need: Need, depth: int = 0) -> None:
        """Let `need` wait; `depth` counts the stylesheets between the page and it."""
        url = web_address(need.url)
        if need.kind not in KINDS or url is None or str(url) in self._asked:
            return
        self._asked.add(str(url))
        if need.kind == "style" and depth > _DEEPEST_STYLE:
            self._miss(need, _("It belongs to a stylesheet that belongs to another."))
            return
        if len(self._order) >= self._rules.files:
            self._miss(
                need,
                ngettext(
                    "No more than {n} file of a page is fetched.",
                    "No more than {n} files of a page are fetched.",
                    self._rules.files,
                ),
            )
            return
        self._order[need.url] = len(self._order)
        self._depth[need.url] = depth
        await self._queue.add(need, url.host)

    async def _work(self) -> None:
        while (found := await self._queue.next()) is not None:
            need, host = found
            try:
                await self._one(need)
            finally:
                self._done += 1
                await self._queue.done(host)

    async def _one(self, need: Need) -> None:
        self._tell()
        url = web_address(need.url)
        if url is None:
            return
        if self._session.budget.left <= 0:
            self._miss(need, _("The page and its files together are as large as is fetched."))
            return
        if asyncio.get_running_loop().time() >= self._until - _TOO_SHORT:
            self._miss(need, _("The time for the page and its files was over."))
            return
        trail = Trail(self._session, self._rules.redirects)
        try:
            answer = await trail.follow(
                url,
                most=self._rules.file_bytes,
                until=self._until,
                heard=lambda _size, _expected: self._tell(),
            )
        except NotKept:
            raise
        except NotFetched as error:
            self._miss(need, str(error))
            return
        await self._take(need, answer)

    async def _take(self, need: Need, answer: Answer) -> None:
        problem = _problem(answer)
        if problem:
            self._miss(need, problem)
            return
        path = answer.body.unpacked
        kind = naming.media_type(
            await to_end(naming.beginning, path, sniff.HEAD), answer.headers.get("Content-Type", "")
        )
        if kind in sniff.HTML:
            self._miss(need, _("A page came in its place."))
            return
        if need.kind != "style":
            self._got.append(Got(need.url, need.kind, kind, path))
            return
        self._got.append(Got(need.url, need.kind, "text/css", path))
        await self._style(need, answer, path)

    async def _style(self, sheet: Need, answer: Answer, path: Path) -> None:
        """Add what a stylesheet needs."""
        data = await to_end(naming.beginning, path, _MOST_OF_STYLE)
        try:
            found = await self._needs(data, "text/css", str(answer.url))
        except CaseError as error:
            self._miss(sheet, str(error))
            return
        for need in found:
            await self._add(need, self._depth[sheet.url] + 1)

    def _miss(self, need: Need, reason: str) -> None:
        self.missing.append({"url": need.url, "kind": need.kind, "reason": reason})

    def _tell(self) -> None:
        self._telling.say(
            _("Fetching what belongs to the page: {done} of {total}").format(
                done=self._done, total=len(self._order)
            ),
            self._session.budget.taken,
        )


def _problem(answer: Answer) -> str:
    """Why an answer is not the file it should be; empty where it is."""
    if not 200 <= answer.status < 300:
        return _("The site answered {status}.").format(
            status=f"{answer.status} {answer.reason}".strip()
        )
    if answer.declared > answer.most:
        return str(sentences.too_long(answer.host, answer.declared, answer.most))
    if answer.body.unpacked_size == 0 and not answer.shortfall:
        return _("The site answered with nothing in it.")
    return answer.shortfall
