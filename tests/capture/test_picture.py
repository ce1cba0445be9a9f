"""Pictures and what they say of themselves."""

import re
import struct
from io import BytesIO

import pictures_made
import pytest
from captured import picture as made
from captured import with_iptc
from PIL import Image

from caseboard.capture import picture, sniff
from caseboard.capture.prefill import Prefill
from caseboard.errors import CaseError
from support import real_input

XMP = b"""<?xpacket begin="" id="W5M0"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 photoshop:Credit="River Agency" photoshop:DateCreated="2025-03-04T08:15:00+02:00">
 <dc:creator><rdf:Seq><rdf:li>Ihor Lysenko</rdf:li></rdf:Seq></dc:creator>
 <dc:description><rdf:Alt><rdf:li xml:lang="x-default">A bridge</rdf:li>
 <rdf:li xml:lang="uk">\xd0\x9c\xd1\x96\xd1\x81\xd1\x82</rdf:li></rdf:Alt></dc:description>
 </rdf:Description></rdf:RDF></x:xmpmeta>"""


def exif_of(*, orientation=1, gps=None, camera=None, main=None):
    exif = Image.Exif()
    exif[0x0112] = orientation
    for tag, value in (main or {}).items():
        exif[tag] = value
    for tag, value in (gps or {}).items():
        exif.get_ifd(0x8825)[tag] = value
    for tag, value in (camera or {}).items():
        exif.get_ifd(0x8769)[tag] = value
    return exif


def colour_at(jpeg, x, y):
    with Image.open(BytesIO(jpeg)) as image:
        red, _green, blue = image.convert("RGB").getpixel(
            (int(x * (image.width - 1)), int(y * (image.height - 1)))
        )
    return "red" if red > blue else "blue"


@pytest.mark.parametrize(("kind", "mode"), pictures_made.SAVED.items())
def test_every_format_is_read_with_its_size_and_a_thumbnail(kind, mode):
    read = picture.read(made(kind, (640, 400), mode))
    # One picture alone is no MPO, which is several.
    assert read.format == ("JPEG" if kind == "MPO" else kind)
    assert (read.width, read.height) == (640, 400)
    with Image.open(BytesIO(read.thumbnail)) as thumbnail:
        assert thumbnail.format == "JPEG"
        assert thumbnail.size == (160, 100)
    if mode != "1":
        assert colour_at(read.display, 0.2, 0.2) == "red"
        assert colour_at(read.display, 0.8, 0.8) == "blue"


@pytest.mark.parametrize(
    ("data", "name", "size", "frames"),
    [
        (pictures_made.icon(), "ICO", (64, 64), 2),
        (pictures_made.cursor(), "CUR", (32, 32), 1),
        (pictures_made.apple_icon(), "ICNS", (1024, 1024), None),
        (pictures_made.dcx(), "DCX", (40, 20), 2),
        (pictures_made.sun(), "SUN", (40, 20), 1),
        (pictures_made.xpm(), "XPM", (4, 4), 1),
    ],
    ids=["icon", "cursor", "apple icon", "dcx", "sun raster", "xpm"],
)
def test_rarer_formats_are_read_as_well(data, name, size, frames):
    read = picture.read(data)
    assert (read.format, (read.width, read.height)) == (name, size)
    assert frames in {None, read.frames}
    assert colour_at(read.display, 0.2, 0.2) == "red"
    assert colour_at(read.display, 0.8, 0.8) == "blue"


@pytest.mark.parametrize("never", ["EPS", "PSD", "FPX", "FLI", "WMF", "MIC", "HDF5", "GRIB"])
def test_formats_that_run_programs_or_hold_pages_are_never_opened(never):
    assert never not in picture.FORMATS
    assert set(sniff.IMAGES.values()) - {"HEIF"} <= picture.FORMATS


def test_modes_beyond_eight_bits_of_three_colours_are_shown():
    for kind, mode in (
        ("JPEG", "CMYK"),
        ("PNG", "LA"),
        ("PNG", "1"),
        ("PNG", "RGBA"),
        ("GIF", "P"),
    ):
        read = picture.read(made(kind, (64, 40), mode))
        with Image.open(BytesIO(read.display)) as shown:
            assert (shown.mode, shown.size) == ("RGB", (64, 40))


def test_of_several_frames_the_first_is_shown_and_all_are_counted():
    first, *others = (Image.new("RGB", (20, 20), name) for name in ("red", "blue", "black"))
    for kind in ("GIF", "WEBP", "PNG", "TIFF", "AVIF", "MPO"):
        out = BytesIO()
        first.save(out, kind, save_all=True, append_images=others)
        read = picture.read(out.getvalue())
        assert (kind, read.frames) == (kind, 3)
        assert colour_at(read.display, 0.5, 0.5) == "red"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "BMP", "TGA", "PPM"])
def test_of_a_picture_that_is_cut_off_as_much_as_there_is_is_shown(kind):
    whole = pictures_made.noise(kind)
    read = picture.read(whole[: len(whole) // 2])
    assert (read.width, read.height) == (600, 400)
    assert read.display.startswith(b"\xff\xd8")
    percent = int(re.search(r"cut off: about (\d+) %", read.problem)[1])
    assert 40 <= percent <= 60
    assert picture.read(whole).problem == ""


def test_what_a_cut_off_picture_says_of_itself_is_read():
    exif = exif_of(camera={36867: "2025:03:04 08:15:30"}, main={0x0110: "X100"})
    whole = pictures_made.noise("JPEG", exif=exif)
    read = picture.read(whole[:30_000])
    assert (read.known.taken, read.metadata["Camera"]) == ("2025-03-04T08:15:30", "X100")


def test_a_picture_cut_off_before_its_pixels_says_so_and_keeps_its_size():
    read = picture.read(made("PNG", (600, 600))[:60])
    assert (read.width, read.display, read.thumbnail) == (600, b"", b"")
    assert "cut off before any of it" in read.problem


def test_a_broken_comment_does_not_hide_the_picture():
    data = bytearray(pictures_made.with_chunk(made("PNG"), b"tEXt", b"Title\0A bridge"))
    data[33 + 8 + 14] ^= 0xFF  # its checksum
    read = picture.read(bytes(data))
    assert read.display
    assert "damaged" in read.problem


def test_what_does_not_fit_beside_the_file_is_counted():
    png = made("PNG")
    for number in range(59):
        png = pictures_made.with_chunk(png, b"tEXt", b"k%d\0" % number + b"x" * 2000)
    words = [key for key in picture.read(png).metadata if key.startswith("PNG k")]
    assert len(words) == 59
    long = {f"EXIF {n}": "x" * 2000 for n in range(150)}
    kept = picture.bounded(long)
    assert kept["Left out"] == f"{150 - len(kept) + 1} more values, which the file holds"


def test_heic_is_read_where_its_library_is():
    pytest.importorskip("pillow_heif")
    read = picture.read(made("HEIF", (640, 400)))
    assert (read.format, read.width, read.height) == ("HEIF", 640, 400)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_shown_upright(orientation):
    turned = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
    upright = Image.open(BytesIO(made(size=(320, 200))))
    stored = upright
    if orientation > 1:  # what a camera stores that is held so
        backwards = {0: 0, 3: 3, 1: 1, 5: 5, 4: 2, 6: 6, 2: 4}[turned[orientation]]
        stored = upright.transpose(Image.Transpose(backwards))
    out = BytesIO()
    stored.save(out, "JPEG", quality=95, exif=exif_of(orientation=orientation))
    read = picture.read(out.getvalue())
    assert (read.width, read.height) == (320, 200)
    assert read.orientation == orientation
    for shown in (read.thumbnail, read.display):
        assert [colour_at(shown, x, y) for x, y in ((0.2, 0.2), (0.8, 0.2), (0.2, 0.8))] == [
            "red",
            "blue",
            "blue",
        ]


def test_place_is_in_degrees_south_and_west_negative():
    exif = exif_of(gps={1: "S", 2: (33.0, 30.0, 36.0), 3: "W", 4: (70.0, 15.0, 0.0)})
    read = picture.read(made(exif=exif))
    assert read.known.place == (-33.51, -70.25)
    assert read.metadata["GPS position"] == "33.510000° S, 70.250000° W"


@pytest.mark.parametrize(
    "gps",
    [
        {1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)},
        {2: (50.0, 0.0, 0.0), 4: (36.0, 0.0, 0.0)},
        {1: "N", 2: (95.0, 0.0, 0.0), 3: "E", 4: (36.0, 0.0, 0.0)},
        {1: "N", 2: (50.0, 0.0, 0.0)},
        {1: "N", 2: (50.0, 0.0, 0.0), 3: "E", 4: (36.0, 0.0, 0.0), 9: "V"},
    ],
)
def test_a_place_that_cannot_be_is_no_place(gps):
    read = picture.read(made(exif=exif_of(gps=gps)))
    assert read.known.place is None


def test_time_has_a_zone_only_where_the_camera_states_one():
    moment = {36867: "2025:03:04 08:15:30"}
    assert picture.read(made(exif=exif_of(camera=moment))).known.taken == "2025-03-04T08:15:30"
    stated = exif_of(camera={**moment, 36881: "+02:00"})
    assert picture.read(made(exif=stated)).known.taken == "2025-03-04T08:15:30+02:00"


@pytest.mark.parametrize("moment", ["1904:01:01 00:00:00", "2099:01:01 12:00:00", "0000:00:00 "])
def test_a_time_that_cannot_be_is_no_time(moment):
    assert picture.read(made(exif=exif_of(camera={36867: moment}))).known.taken is None


def test_iptc_caption_credit_and_byline_are_read():
    data = with_iptc(
        made(),
        {
            55: b"20250304",
            60: b"081530+0200",
            80: b"Ihor Lysenko",
            105: b"Bridge",
            110: b"River Agency/Pool",
            116: b"\xa9 2025",
            120: "Міст знову відкрито".encode(),
        },
    )
    read = picture.read(data)
    assert (read.known.title, read.known.byline, read.known.credit) == (
        "Bridge",
        "Ihor Lysenko",
        "River Agency/Pool",
    )
    assert read.known.caption == "Міст знову відкрито"
    assert read.known.taken == "2025-03-04T08:15:30+02:00"
    assert read.metadata["IPTC Copyright"] == "© 2025"


def test_xmp_is_read_in_its_default_language():
    read = picture.read(made(xmp=XMP))
    assert (read.known.credit, read.known.byline) == ("River Agency", "Ihor Lysenko")
    assert read.known.caption == "A bridge"
    assert read.known.taken == "2025-03-04T08:15:00+02:00"
    assert read.metadata["XMP photoshop:Credit"] == "River Agency"


def test_xmp_with_entities_is_passed_over_and_the_picture_read():
    bomb = XMP.replace(b"<x:xmpmeta", b'<!DOCTYPE a [<!ENTITY b "boom">]><x:xmpmeta').replace(
        b"River Agency", b"&b;"
    )
    read = picture.read(made(xmp=bomb))
    assert read.known.credit == ""
    assert read.width == 320


def test_a_picture_that_says_nothing_says_nothing():
    read = picture.read(made("PNG"))
    assert read.known == Prefill()
    assert read.metadata == {}


def header_of(width, height):
    """A PNG that claims this size and holds nothing of it."""
    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", size), (b"IDAT", b""), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(pictures_made.chunk(*each) for each in chunks)


def test_too_many_pixels_are_refused_before_they_are_decoded():
    with pytest.raises(CaseError, match="too many pixels"):
        picture.read(header_of(60_000, 60_000))


def test_the_pictures_of_the_largest_cameras_are_not_too_large():
    usual = Image.MAX_IMAGE_PIXELS
    with picture.guarded(), Image.open(BytesIO(header_of(14_204, 10_652))) as image:
        assert image.size == (14_204, 10_652)
    assert usual == Image.MAX_IMAGE_PIXELS


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"8BPS\x00\x01" + bytes(40),
        b"\x00\x00\x00\x00\x11\xaf" + bytes(200),
        b"\xff\xd8\xff\xe0 no picture",
    ],
    ids=["nothing", "text", "eps", "psd", "fli", "broken jpeg"],
)
def test_other_formats_and_broken_files_are_refused_in_words(data):
    with pytest.raises(CaseError, match="kept"):
        picture.read(data)


@pytest.mark.parametrize(
    ("name", "place", "taken", "credit"),
    [
        ("phone-with-gps.jpg", (50.3, 14.82), "2018-07-25T16:34:23", ""),
        ("zero-over-zero-gps.jpg", None, "2007-08-15T10:13:13", "Eric"),
        ("iphone.heic", (7.83, 98.3), "2019-08-21T10:57:23", ""),
        ("no-exif.jpg", None, None, ""),
        (
            "agency-with-iptc-caption.jpg",
            (38.89, -77.05),
            "2009-06-24T09:41:07",
            "Mugwum Press",
        ),
    ],
)
def test_real_photos_are_read_right(name, place, taken, credit):
    read = picture.read(real_input("photos", name).read_bytes())
    found = tuple(round(degrees, 2) for degrees in read.known.place) if read.known.place else None
    assert (found, read.known.taken, read.known.credit) == (place, taken, credit)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "phone-with-gps.jpg",
            {
                "Camera": "Google Pixel",
                "GPS position": "50.299603° N, 14.820294° E",
                "GPS Altitude": "252 m above sea level",
                "GPS TimeStamp": "14:34:23 UTC",
                "EXIF ExposureTime": "1/2660 s",
                "EXIF MakerNote": "17,606 bytes of the maker's own",
                "EXIF Flash": "did not fire, forced off",
            },
        ),
        (
            "iphone.heic",
            {
                "Camera": "Apple iPhone XS Max",
                "Colour profile": "Display P3",
                "EXIF LensSpecification": "4.25–6 mm f/1.8–2.4",
                "GPS ImgDirection": "163.7° from true north",
                "GPS Speed": "0.09243 km/h",
                "GPS HPositioningError": "10.75 m",
                "GPS Altitude": "12.766 m above sea level",
            },
        ),
        (
            "agency-with-iptc-caption.jpg",
            {
                "Camera": "NIKON D2X",
                "EXIF Copyright": "©2009 Julie Doe / Mugwum Press, all rights reserved",
                "IPTC Urgency": "1, most urgent",
                "IPTC City": "Washington",
                "IPTC Byline title": "Mugwum contract photographer",
                "IPTC Date created": "2009-06-24",
                "XMP Iptc4xmpCore:Scene": "010100, 011700",
                "XMP xmpMM:History 2": "action: converted; parameters: "
                "from image/jpeg to image/tiff",
            },
        ),
        (
            "zero-over-zero-gps.jpg",
            {
                "Camera": "Canon EOS 30D",
                "GPS Latitude": "not stated (0/0)",
                "EXIF FNumber": "f/8",
                "XMP photoshop:City": "Warszawa",
                "XMP Iptc4xmpCore:Location": "Powiśle",
            },
        ),
        ("no-exif.jpg", {}),
    ],
)
def test_what_real_photos_say_is_in_words(name, expected):
    read = picture.read(real_input("photos", name).read_bytes())
    assert {key: read.metadata.get(key) for key in expected} == expected
    assert read.problem == ""
    if not expected:
        assert read.known == Prefill()


def test_a_real_photo_says_where_each_field_was_read():
    known = picture.read(real_input("photos", "agency-with-iptc-caption.jpg").read_bytes()).known
    assert known.said_in == {
        "title": "IPTC 2:105 Headline",
        "caption": "IPTC 2:120 Caption",
        "credit": "IPTC 2:110 Credit",
        "author": "IPTC 2:80 Byline",
        "licence": "XMP xmpRights:UsageTerms",
        "published": "EXIF DateTimeOriginal",
        "place": "EXIF GPSLatitude and GPSLongitude",
    }
    assert "XMP exif:DateTimeOriginal adds +01:00" in known.words["Time zone"]
    assert "3 h 59 min behind UTC" in known.words["Time zone"]


@pytest.mark.skipif(not picture.HAS_HEIF, reason="needs the extra “heif”")
def test_how_well_a_real_phone_knew_its_place_is_kept():
    known = picture.read(real_input("photos", "iphone.heic").read_bytes()).known
    assert known.precision_m == pytest.approx(10.75, abs=0.01)
