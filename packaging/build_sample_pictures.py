"""Draws the pictures of the sample case and writes into them what a picture desk would.

Run it after a change to either drawing: `python packaging/build_sample_pictures.py`. The results
are committed; the same program with the same Pillow writes the same bytes.
"""

import io
import struct
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import ExifTags, Image, PngImagePlugin

import sample_picture_dusk
import sample_picture_map

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "sample"
MOST_BYTES = 250_000

PHOTO_CAPTION = (
    "A Khartia Brigade gun crew of Ukraine's National Guard with a D-20 howitzer pointed toward"
    " Kupiansk, Donetsk Oblast, 5 May 2024. Illustration drawn for the Caseboard sample case."
)
PHOTO_CREDIT = "Piet Aalders/Courier Pictures"
MAP_CAPTION = (
    "Estimated Russian advance around Kupiansk as of 13 Nov 2024. Freehand sketch drawn for the"
    " Caseboard sample case."
)
MAP_CREDIT = "Mila Brandt/Daily Courier"

ALGORITHMIC = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
"""IPTC's term for a picture made by a program that was trained on nothing."""


def main() -> None:
    """Write both pictures, and say how large they are."""
    _write("photo.jpg", photo())
    _write("map-frame.png", map_frame())


def _write(name: str, data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise SystemExit(f"{name} is {len(data)} bytes, more than {MOST_BYTES}")
    (SAMPLE / name).write_bytes(data)
    print(f"{name}: {len(data)} bytes")


def photo() -> bytes:
    """The gun crew as JPEG, with EXIF, IPTC-IIM and XMP."""
    out = io.BytesIO()
    sample_picture_dusk.paint().save(
        out,
        "JPEG",
        quality=84,
        optimize=True,
        progressive=True,
        exif=_exif(),
        extra=_photoshop_segment(_iptc()),
        xmp=_xmp(PHOTO_CAPTION, PHOTO_CREDIT, "Piet Aalders", "2024-05-05"),
    )
    return out.getvalue()


def map_frame() -> bytes:
    """The map as PNG, with XMP."""
    out = io.BytesIO()
    info = PngImagePlugin.PngInfo()
    xmp = _xmp(MAP_CAPTION, MAP_CREDIT, "Mila Brandt", "2024-11-13").decode()
    info.add_itxt("XML:com.adobe.xmp", xmp)
    sample_picture_map.paint().save(out, "PNG", optimize=True, pnginfo=info)
    return out.getvalue()


def _exif() -> Image.Exif:
    """Who, what, when and roughly where (Exif 2.32); GPS to a tenth of a degree."""
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = PHOTO_CAPTION
    exif[ExifTags.Base.Artist] = "Piet Aalders"
    exif[ExifTags.Base.Copyright] = PHOTO_CREDIT
    exif[ExifTags.Base.Software] = "Caseboard build_sample_pictures"
    exif[ExifTags.Base.DateTime] = "2024:05:05 19:42:00"
    shot = exif.get_ifd(ExifTags.IFD.Exif)
    shot[ExifTags.Base.DateTimeOriginal] = "2024:05:05 19:42:00"
    shot[ExifTags.Base.OffsetTimeOriginal] = "+03:00"
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef] = "N"
    place[ExifTags.GPS.GPSLatitude] = (48.0, 54.0, 0.0)
    place[ExifTags.GPS.GPSLongitudeRef] = "E"
    place[ExifTags.GPS.GPSLongitude] = (37.0, 48.0, 0.0)
    return exif


def _iptc() -> bytes:
    """IPTC-IIM records, in UTF-8: headline, caption, credit, byline, date, place."""
    records = (
        (1, 90, b"\x1b%G"),  # the escape sequence that says UTF-8
        (2, 105, b"Gun crew at dusk"),
        (2, 120, PHOTO_CAPTION.encode()),
        (2, 110, PHOTO_CREDIT.encode()),
        (2, 80, b"Piet Aalders"),
        (2, 55, b"20240505"),
        (2, 95, b"Donetsk Oblast"),
        (2, 101, b"Ukraine"),
    )
    return b"".join(
        struct.pack(">BBBH", 0x1C, record, dataset, len(value)) + value
        for record, dataset, value in records
    )


def _photoshop_segment(iptc: bytes) -> bytes:
    """An APP13 segment that holds the records, as Adobe wraps them (image resource 0x0404)."""
    padded = iptc + b"\0" * (len(iptc) % 2)
    resource = b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(iptc)) + padded
    body = b"Photoshop 3.0\0" + resource
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def _xmp(caption: str, credit: str, creator: str, date: str) -> bytes:
    """The same in XMP (ISO 16684-1), with what kind of picture this is."""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 photoshop:Credit="{escape(credit)}" photoshop:DateCreated="{date}"
 Iptc4xmpExt:DigitalSourceType="{ALGORITHMIC}">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{escape(caption)}</rdf:li></rdf:Alt>
</dc:description><dc:creator><rdf:Seq><rdf:li>{escape(creator)}</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>""".encode()


if __name__ == "__main__":
    main()
