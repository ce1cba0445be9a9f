"""What each kind of briefing begins with."""

from collections.abc import Mapping
from types import MappingProxyType

from caseboard.briefing.blocks import SectionKind
from caseboard.i18n import _
from caseboard.model.terms import Template

_K = SectionKind
_SITUATION = (
    *(_K.BOTTOM_LINE, _K.JUDGEMENTS, _K.CHANGES, _K.DISPUTES, _K.MAP, _K.TIMELINE),
    *(_K.CLAIMS, _K.ASSESSMENT, _K.PICTURES, _K.UNITS, _K.GAPS),
    *(_K.SOURCE_SUMMARY, _K.SOURCES, _K.EXHIBITS, _K.CHECK),
)
"""Two pages that can be read alone, then what they rest on."""
SECTIONS: Mapping[Template, tuple[SectionKind, ...]] = MappingProxyType(
    {
        Template.FLASH: (_K.BOTTOM_LINE, _K.JUDGEMENTS, _K.DISPUTES, _K.SOURCES),
        Template.SITUATION: _SITUATION,
        Template.DOSSIER: tuple(kind for kind in _K if kind is not _K.WITHHELD),
        Template.SOURCE_REPORT: (
            *(_K.BOTTOM_LINE, _K.SITUATION, _K.CLAIMS, _K.PICTURES, _K.SOURCE_SUMMARY),
            *(_K.SOURCES, _K.SOURCE_CARDS, _K.EXHIBITS, _K.CUSTODY, _K.CHECK),
        ),
        Template.INCIDENT: (
            *(_K.BOTTOM_LINE, _K.SITUATION, _K.CLAIMS, _K.DISPUTES, _K.MAP, _K.TIMELINE),
            *(_K.UNITS, _K.PICTURES, _K.GAPS, _K.SOURCES, _K.EXHIBITS, _K.CHECK),
        ),
    }
)
"""The sections that are on at first, in order."""


def of(value: str) -> Template:
    """The template of a stored value; the situation brief where it is not known."""
    return Template(value) if value in set(Template) else Template.SITUATION


def name(template: Template) -> str:
    """What it is called, in the reader's language."""
    return {
        Template.FLASH: _("Flash brief"),
        Template.SITUATION: _("Situation brief"),
        Template.DOSSIER: _("Full dossier"),
        Template.SOURCE_REPORT: _("Source report"),
        Template.INCIDENT: _("Incident sheet"),
    }[template]
