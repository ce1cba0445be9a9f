"""Edits what is known of a clip: its title, author, date, source and credit."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.commands.describing import DescribeClip
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.clip import Clip
from caseboard.model.entities import Source
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms import fields
from caseboard.ui.forms.fields import Area, FieldError, Named, side_by_side
from caseboard.ui.forms.form import Form
from caseboard.ui.forms.moment_field import MomentField
from caseboard.ui.forms.source_field import SourceField
from caseboard.ui.markings import marking_field, reuse_field


class ClipForm(Form):
    """What the analyst sets here is kept, whatever is read from the clip later."""

    def __init__(
        self, desk: CaseDesk, clip: Clip, source: Source | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.desk.theme, _("Clip"), _("Save"), parent)
        self._desk = desk
        self._clip = clip
        self.clip_title = Area(self.theme, clip.title)
        self.author = fields.line(clip.author)
        self.published = MomentField(self.theme, _("Published"), clip.published or "")
        self.source = SourceField(desk, _("Source"), source)
        if source is None:
            self.source.line.setText(clip.site)
        self.credit = fields.line(clip.credit)
        self.licence = fields.line(clip.licence)
        self.reuse = reuse_field(clip.reuse)
        self.marking = marking_field(clip.marking)
        self.add(_("Title"), self.clip_title)
        self.add(_("Source"), self.source)
        self.add(_("Author"), self.author)
        self.add(_("Published"), self.published)
        self.add(_("Credit, exactly as published"), self.credit)
        self.add(_("Licence"), self.licence)
        reuse = Named(_("Re-use of its pictures"), self.reuse)
        self.body.addWidget(side_by_side(reuse, Named(_("Marking"), self.marking)))

    @override
    async def save(self) -> None:
        """Write what differs."""
        title = " ".join(self.clip_title.text().split())
        if not title:
            raise FieldError(CaseError(_("A clip needs a title.")), self.clip_title)
        changes = {
            "title": title,
            "author": self.author.text().strip(),
            "published": self.published.edtf() or None,
            "credit": self.credit.text().strip(),
            "licence": self.licence.text().strip(),
            "reuse": self.reuse.member,
            "marking": self.marking.member.marking,
        }
        source = self.source.ref() if self.source.text() else None
        await self._desk.run(DescribeClip(self._desk.case_id, self._clip.id, changes, source))
