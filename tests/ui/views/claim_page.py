"""The page of one claim by itself, without the list it is picked from."""

from caseboard.store import claim_pages
from caseboard.ui.views.claim_detail import ClaimDetail
from caseboard.ui.views.claim_sheet import ClaimSheet
from caseboard.ui.weighing import Weighing
from support import until


class Page:
    """A claim's page in a window of its own, shown anew when asked."""

    def __init__(self, desk, claim_id):
        self.desk, self.claim_id = desk, claim_id
        self.weighing = Weighing(desk)
        self.detail = ClaimDetail(desk, None)

    async def show(self):
        weighed = await self.weighing.fresh()
        page = await self.desk.read(claim_pages.read, self.claim_id)
        self.detail.show_sheet(ClaimSheet(page, weighed.standings[self.claim_id]))
        await until(lambda: all(card.isVisibleTo(self.detail) for card in self.detail.reports))
