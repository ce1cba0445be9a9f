"""Small pictures of every format that is read, and of none that a library writes for us."""

import struct
import zlib
from io import BytesIO

from captured import picture as made
from PIL import Image, ImageCms

SAVED = {
    "JPEG": "RGB",
    "PNG": "RGB",
    "WEBP": "RGB",
    "GIF": "P",
    "TIFF": "RGB",
    "BMP": "RGB",
    "AVIF": "RGB",
    "MPO": "RGB",
    "JPEG2000": "RGB",
    "PPM": "RGB",
    "PCX": "RGB",
    "TGA": "RGB",
    "QOI": "RGB",
    "SGI": "RGB",
    "DDS": "RGB",
    "XBM": "1",
}
"""Formats that Pillow writes, and a mode each of them has."""


def icon():
    """64 × 64 and 32 × 32, the larger one first."""
    return made("ICO", (64, 64), "RGBA", sizes=[(64, 64), (32, 32)], bitmap_format="bmp")


def cursor():
    """The same directory as an icon's, but for its type."""
    data = bytearray(made("ICO", (32, 32), "RGBA", sizes=[(32, 32)], bitmap_format="bmp"))
    data[2] = 2
    return bytes(data)


def apple_icon():
    return made("ICNS", (128, 128), "RGBA")


def dcx():
    """Two PCX pictures behind one directory."""
    one = made("PCX", (40, 20))
    head = struct.pack("<IIII", 0x3ADE68B1, 16, 16 + len(one), 0)
    return head + one + one


def sun(width=40, height=20):
    """A standard Sun raster of 24 bits: red at its upper left, blue elsewhere."""
    head = struct.pack(">8I", 0x59A66A95, width, height, 24, width * height * 3, 1, 0, 0)
    rows = []
    for y in range(height):
        for x in range(width):
            red = x < width // 2 and y < height // 2
            rows.append(bytes((30, 30, 220) if red else (200, 40, 20)))  # blue, green, red
    return head + b"".join(rows)


def xpm():
    rows = ["rrbb", "rrbb", "bbbb", "bbbb"]
    colours = '"4 4 2 1",\n"r c #DC1E1E",\n"b c #1428C8",\n'
    lines = ",\n".join(f'"{row}"' for row in rows)
    return f"/* XPM */\nstatic char *made[] = {{\n{colours}{lines}\n}};\n".encode()


def swapped_profile():
    """sRGB with red and green changed for each other: what is stored red is to be shown green."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = data.replace(b"rXYZ", b"tEMP").replace(b"gXYZ", b"rXYZ").replace(b"tEMP", b"gXYZ")
    return swapped.replace("sRGB".encode("utf-16-be"), "Swap".encode("utf-16-be")).replace(
        b"sRGB", b"Swap"
    )


def chunk(kind, data):
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def with_chunk(png, kind, data):
    """`png` with a chunk right after its header."""
    return png[:33] + chunk(kind, data) + png[33:]


def with_segment(jpeg, marker, data):
    """`jpeg` with a segment right after its start."""
    return jpeg[:2] + bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data + jpeg[2:]


def noise(kind, size=(600, 400), **how):
    """A picture that packs badly, so that half of its file is about half of it."""
    image = Image.effect_noise(size, 80).convert("RGB")
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()
