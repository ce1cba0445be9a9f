"""Values of EXIF in words."""

import pytest
from PIL.TiffImagePlugin import IFDRational

from caseboard.capture.exif_words import in_words


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("ExposureTime", 2.5, "2.5 s"),
        ("ExposureTime", IFDRational(376, 1000000), "1/2660 s"),
        ("ExposureTime", IFDRational(0, 0), "not stated (0/0)"),
        ("ShutterSpeedValue", 7.965784, "1/250 s"),
        ("ApertureValue", 6.0, "f/8"),
        ("ExposureBiasValue", IFDRational(1, 3), "+0.333 EV"),
        ("ExposureBiasValue", 0.0, "0 EV"),
        ("ShutterSpeedValue", -1e30, "-1e+30"),
        ("SubjectDistance", 4294967295.0, "infinity"),
        ("SubjectDistance", 0.0, "unknown"),
        ("LensSpecification", (4.25, 6.0, 1.8, 2.4), "4.25–6 mm f/1.8–2.4"),
        ("LensSpecification", (50.0, 50.0, 1.4, 1.4), "50 mm f/1.4"),
        ("LensSpecification", (50.0, 50.0, float("nan"), float("nan")), "50 mm f/?"),
        ("Flash", 0x19, "fired, automatic"),
        ("Flash", 0x5F, "fired, return light detected, automatic, red-eye reduction"),
        ("Flash", 0x20, "no flash in this camera"),
        ("MeteringMode", 77, "unknown (77)"),
        ("XResolution", IFDRational(72, 1), "72"),
        ("BitsPerSample", (8, 8, 8), "8, 8, 8"),
        ("CFAPattern", bytes(20), "20 bytes"),
        ("GPSVersionID", b"\x02\x03\x00\x00", "2.3.0.0"),
        ("ComponentsConfiguration", b"\x01\x02\x03\x00", "Y, Cb, Cr"),
        ("FileSource", b"\x03", "digital camera"),
        ("XPTitle", "Міст\0".encode("utf-16-le"), "Міст"),
        ("Copyright", "Ann\0Editor\0", "Ann; Editor"),
    ],
)
def test_a_value_is_said_in_words(name, value, said):
    assert in_words(name, value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (b"ASCII\0\0\0a bridge", "a bridge"),
        (b"UNICODE\0" + "Міст".encode("utf-16-le"), "Міст"),
        (b"UNICODE\0" + "Bridge".encode("utf-16-be"), "Bridge"),
        (b"JIS\0\0\0\0\0" + "橋".encode("iso2022_jp"), "橋"),
        (b"\0\0\0\0\0\0\0\0fused", "fused"),
        (b"ASCI", ""),
        (b"ASCII\0\0\0" + bytes(20), ""),
        (b"", ""),
    ],
)
def test_a_comment_is_read_by_the_charset_it_names(value, said):
    assert in_words("UserComment", value) == said


@pytest.mark.parametrize("charset", ["utf-8", "cp1251"])
def test_a_string_of_any_charset_is_read(charset):
    as_pillow_reads_it = "Зруйнований міст біля порту".encode(charset).decode("latin-1")
    assert in_words("ImageDescription", as_pillow_reads_it) == "Зруйнований міст біля порту"


def test_direction_and_control_characters_in_a_value_are_seen():
    shown = in_words("Artist", "Ann \u202egnp.exe")
    assert shown == "Ann [U+202E]gnp.exe"


def test_of_very_many_numbers_some_are_said():
    assert in_words("StripOffsets", tuple(range(1000))).endswith("62, 63 … and 936 more")
