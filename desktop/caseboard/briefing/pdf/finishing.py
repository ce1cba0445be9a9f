"""What a PDF gets after it is drawn: structure, metadata, colour profile and attachments.

It is made after the pattern of PDF/A-3 (ISO 19005-3) and claims to be none: nothing has checked it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from io import BytesIO
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, String
from PIL import ImageCms

from caseboard.briefing.pdf import linking, structure_tree, xmp
from caseboard.briefing.pdf.sheet import Sheet
from caseboard.briefing.pdf.xmp import About

_SRGB: Final = "sRGB IEC61966-2.1"
_PROFILE_DATE: Final = slice(24, 36)
"""Where a profile tells when it was made (ICC.1:2022, 7.2.8): six numbers of two bytes."""
_PROFILE_MADE: Final = b"".join(part.to_bytes(2) for part in (2024, 1, 1, 0, 0, 0))


class Relation(StrEnum):
    """What an attachment is to the document (ISO 32000-2, table 43, AFRelationship)."""

    DATA = "Data"
    """What the document was made from, in a form for machines."""
    SOURCE = "Source"
    SUPPLEMENT = "Supplement"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside the PDF."""

    name: str
    data: bytes
    mime: str = "application/json"
    description: str = ""
    relation: Relation = Relation.DATA


def finished(
    drawn: bytes,
    sheet: Sheet,
    about: About,
    attachments: Sequence[Attachment] = (),
    *,
    is_tagged: bool = True,
) -> bytes:
    """What was drawn on `sheet` as the file that is sent; the same input gives the same bytes.

    One that is only looked at can do without its structure, which takes the most of the time.
    """
    out = BytesIO()
    with pikepdf.open(BytesIO(drawn)) as pdf:
        headings = linking.headings(sheet.bookmarks, sheet.places)
        annotations = linking.put_links(pdf, sheet.leads, headings)
        linking.put_places(pdf, sheet.places)
        linking.put_contents(pdf, sheet.bookmarks)
        if is_tagged:
            structure_tree.put(pdf, sheet.tree, annotations)
        _describe(pdf, about, hashlib.sha256(drawn).hexdigest())
        _attach(pdf, attachments, about.made)
        pdf.Root.OutputIntents = Array([_output_intent(pdf)])
        pdf.save(
            out,
            object_stream_mode=ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,  # they name none; to look for it takes an XML parser
        )
    return out.getvalue()


def _describe(pdf: pikepdf.Pdf, about: About, digest: str) -> None:
    stamp = String(_date(about.made))
    info = {
        "/Title": about.title,
        "/Author": about.author,
        "/Subject": about.subject,
        "/Creator": about.program,
        "/Producer": about.producer,
    }
    said = {name: String(xmp.printable(text)) for name, text in info.items() if text}
    more = {"/CreationDate": stamp, "/ModDate": stamp, "/Trapped": Name.False_}
    pdf.trailer.Info = pdf.make_indirect(Dictionary({**said, **more}))
    packet = pikepdf.Stream(pdf, xmp.packet(about, digest))
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = packet
    pdf.Root.Lang = String(about.language)


def _attach(pdf: pikepdf.Pdf, attachments: Sequence[Attachment], made: datetime) -> None:
    if not attachments:
        return
    stored = sorted((each.name, _file(pdf, each, made)) for each in attachments)
    linking.names(pdf).EmbeddedFiles = Dictionary(
        Names=Array([part for name, file in stored for part in (String(name), file)])
    )
    pdf.Root.AF = Array([file for _name, file in stored])


def _file(pdf: pikepdf.Pdf, attachment: Attachment, made: datetime) -> Object:
    stamp = String(_date(made))
    stream = pikepdf.Stream(pdf, attachment.data)
    stream.Type, stream.Subtype = Name.EmbeddedFile, Name(f"/{attachment.mime}")
    stream.Params = Dictionary(
        Size=len(attachment.data),
        CreationDate=stamp,
        ModDate=stamp,
        CheckSum=String(hashlib.md5(attachment.data, usedforsecurity=False).digest()),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            Desc=String(attachment.description or attachment.name),
            AFRelationship=Name(f"/{attachment.relation}"),
            EF=Dictionary(F=stream, UF=stream),
        )
    )


def _output_intent(pdf: pikepdf.Pdf) -> Object:
    profile = pikepdf.Stream(pdf, _srgb())
    profile.N = 3
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(_SRGB),
        RegistryName=String("http://www.color.org"),
        Info=String(_SRGB),
        DestOutputProfile=profile,
    )


@cache
def _srgb() -> bytes:
    """The profile of the colours on the page, without the moment it was made."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_PROFILE_DATE] = _PROFILE_MADE
    return bytes(profile)


def _date(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
