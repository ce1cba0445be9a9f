"""What a file says of itself, as the inspector shows it: by group, and each line in words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from caseboard.i18n import _, spoken
from caseboard.ui.metadata_terms import value

GROUPS = ("File", "EXIF", "GPS", "IPTC", "XMP", "PNG", "Thumbnail")
"""In the order they are shown; what has no other prefix is of the file."""
_OF = {"Interop": "EXIF"}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MEASURES = {"width", "height", "lat", "lon", "precision_m"}
"""Keys of `ClipFile.meta` that are no words of the file's."""


def groups(meta: Mapping[str, Any]) -> Iterator[tuple[str, Sequence[tuple[str, str]]]]:
    """By group, what it is called here, and its lines: what it is, and what it says."""
    told: dict[str, list[tuple[str, str]]] = {group: [] for group in GROUPS}
    known = {key: place for place, key in enumerate(_labels(spoken()))}
    for key in sorted(meta, key=lambda key: (known.get(key, len(known)), _counted(key))):
        said = meta[key]
        if key not in _MEASURES and isinstance(said, str) and said:
            prefix, _space, rest = key.partition(" ")
            group = _OF.get(prefix, prefix)
            told[group if rest and group in told else "File"].append((label(key), value(key, said)))
    for group, lines in told.items():
        if lines:
            yield _group(group), lines


def label(key: str) -> str:
    """What a line is: in the user's language where the table knows it, else as it is named."""
    prefix, _space, name = key.partition(" ")
    bare = _CAMEL.sub(" ", name) if prefix in {"EXIF", "GPS", "Thumbnail", "Interop"} else name
    own = key if prefix not in GROUPS and prefix not in _OF else bare or key
    return _labels(spoken()).get(key, own)


def _counted(key: str) -> tuple[str, int]:
    """`History 10` after `History 9`."""
    name, _space, number = key.rpartition(" ")
    return (name, int(number)) if number.isdecimal() else (key, 0)


def _group(group: str) -> str:
    return {
        "File": _("File"),
        "EXIF": _("Camera (EXIF)"),
        "GPS": _("Place (GPS)"),
        "IPTC": _("Photo desk (IPTC)"),
        "XMP": _("Editing (XMP)"),
        "PNG": _("Text in the PNG"),
        "Thumbnail": _("Thumbnail in the file"),
    }[group]


@cache
def _labels(language: str) -> Mapping[str, str]:  # noqa: ARG001  the key of the cache
    return {**_of_file(), **_of_camera(), **_of_gps(), **_of_desk(), **_of_editing()}


def _of_file() -> dict[str, str]:
    return {
        "Format": _("Format"),
        "Size": _("Size"),
        "Frames": _("Frames"),
        "Orientation": _("Orientation"),
        "Camera": _("Camera"),
        "Time zone": _("Time zone"),
        "Disagreement on time": _("Disagreement on time"),
        "Disagreement on credit": _("Disagreement on credit"),
        "Disagreement on byline": _("Disagreement on byline"),
        "Disagreement on caption": _("Disagreement on caption"),
        "Disagreement on place": _("Disagreement on place"),
        "Colour profile": _("Colour profile"),
        "Brightness": _("Brightness"),
        "Comment": _("Comment"),
        "Content credentials": _("Content credentials"),
        "Left out": _("Left out"),
    }


def _of_camera() -> dict[str, str]:
    return {
        "EXIF Make": _("Make"),
        "EXIF Model": _("Model"),
        "EXIF Software": _("Software"),
        "EXIF Artist": _("Artist"),
        "EXIF Copyright": _("Copyright"),
        "EXIF ImageDescription": _("Description"),
        "EXIF UserComment": _("Comment"),
        "EXIF Orientation": _("Orientation"),
        "EXIF DateTimeOriginal": _("Taken"),
        "EXIF OffsetTimeOriginal": _("Taken, zone"),
        "EXIF DateTimeDigitized": _("Digitised"),
        "EXIF OffsetTimeDigitized": _("Digitised, zone"),
        "EXIF DateTime": _("File changed"),
        "EXIF OffsetTime": _("File changed, zone"),
        "EXIF ExposureTime": _("Exposure time"),
        "EXIF ShutterSpeedValue": _("Shutter speed"),
        "EXIF FNumber": _("Aperture"),
        "EXIF ApertureValue": _("Aperture, measured"),
        "EXIF MaxApertureValue": _("Widest aperture"),
        "EXIF ISOSpeedRatings": _("ISO sensitivity"),
        "EXIF FocalLength": _("Focal length"),
        "EXIF FocalLengthIn35mmFilm": _("Focal length on 35 mm film"),
        "EXIF Flash": _("Flash"),
        "EXIF ExposureProgram": _("Exposure program"),
        "EXIF ExposureMode": _("Exposure mode"),
        "EXIF ExposureBiasValue": _("Exposure bias"),
        "EXIF MeteringMode": _("Metering"),
        "EXIF LightSource": _("Light source"),
        "EXIF WhiteBalance": _("White balance"),
        "EXIF BrightnessValue": _("Brightness"),
        "EXIF SubjectDistance": _("Distance of the subject"),
        "EXIF DigitalZoomRatio": _("Digital zoom"),
        "EXIF SceneCaptureType": _("Kind of scene"),
        "EXIF ColorSpace": _("Colour space"),
        "EXIF LensMake": _("Lens maker"),
        "EXIF LensModel": _("Lens"),
        "EXIF LensSpecification": _("Lens, range"),
        "EXIF BodySerialNumber": _("Serial number of the camera"),
        "EXIF LensSerialNumber": _("Serial number of the lens"),
        "EXIF CameraOwnerName": _("Owner of the camera"),
        "EXIF ImageUniqueID": _("Number of the picture"),
        "EXIF ExifImageWidth": _("Width, as taken"),
        "EXIF ExifImageHeight": _("Height, as taken"),
        "EXIF MakerNote": _("Maker’s note"),
        "EXIF ExifVersion": _("Version of EXIF"),
        "EXIF CompositeImage": _("Composite picture"),
    }


def _of_gps() -> dict[str, str]:
    return {
        "GPS position": _("Position"),
        "GPS Latitude": _("Latitude"),
        "GPS Longitude": _("Longitude"),
        "GPS Altitude": _("Altitude"),
        "GPS ImgDirection": _("Direction of view"),
        "GPS Track": _("Direction of movement"),
        "GPS Speed": _("Speed"),
        "GPS DateStamp": _("Day of the fix"),
        "GPS TimeStamp": _("Time of the fix"),
        "GPS HPositioningError": _("Precision"),
        "GPS DOP": _("Dilution of precision"),
        "GPS MapDatum": _("Map datum"),
        "GPS ProcessingMethod": _("Found by"),
        "GPS Satellites": _("Satellites"),
        "GPS Status": _("State of the fix"),
        "GPS MeasureMode": _("Kind of the fix"),
        "GPS DestBearing": _("Bearing of the target"),
        "GPS DestDistance": _("Distance of the target"),
    }


def _of_desk() -> dict[str, str]:
    return {
        "IPTC Title": _("Title"),
        "IPTC Headline": _("Headline"),
        "IPTC Caption": _("Caption"),
        "IPTC Caption writer": _("Caption writer"),
        "IPTC Byline": _("Byline"),
        "IPTC Byline title": _("Byline title"),
        "IPTC Credit": _("Credit"),
        "IPTC Source": _("Source"),
        "IPTC Copyright": _("Copyright"),
        "IPTC Contact": _("Contact"),
        "IPTC Instructions": _("Instructions"),
        "IPTC Keywords": _("Keywords"),
        "IPTC Category": _("Category"),
        "IPTC Supplemental categories": _("Supplemental categories"),
        "IPTC Urgency": _("Urgency"),
        "IPTC Date created": _("Date created"),
        "IPTC Time created": _("Time created"),
        "IPTC City": _("City"),
        "IPTC Sublocation": _("Sublocation"),
        "IPTC State": _("State or province"),
        "IPTC Country": _("Country"),
        "IPTC Country code": _("Country code"),
        "IPTC Transmission reference": _("Transmission reference"),
        "IPTC Program": _("Program"),
        "IPTC Character set": _("Character set"),
    }


def _of_editing() -> dict[str, str]:
    return {
        "XMP dc:title": _("Title"),
        "XMP dc:description": _("Description"),
        "XMP dc:creator": _("Creator"),
        "XMP dc:rights": _("Rights"),
        "XMP dc:subject": _("Keywords"),
        "XMP dc:format": _("Format"),
        "XMP photoshop:Headline": _("Headline"),
        "XMP photoshop:Credit": _("Credit"),
        "XMP photoshop:Source": _("Source"),
        "XMP photoshop:DateCreated": _("Date created"),
        "XMP photoshop:City": _("City"),
        "XMP photoshop:State": _("State or province"),
        "XMP photoshop:Country": _("Country"),
        "XMP photoshop:Instructions": _("Instructions"),
        "XMP photoshop:CaptionWriter": _("Caption writer"),
        "XMP xmp:CreatorTool": _("Program"),
        "XMP xmp:CreateDate": _("File created"),
        "XMP xmp:ModifyDate": _("File changed"),
        "XMP xmp:MetadataDate": _("Metadata changed"),
        "XMP xmpRights:UsageTerms": _("Terms of use"),
        "XMP xmpRights:WebStatement": _("Terms on the web"),
        "XMP cc:license": _("Licence"),
        "XMP Iptc4xmpCore:Location": _("Sublocation"),
        "XMP xmpMM:DerivedFrom": _("Made from"),
        "XMP exif:DateTimeOriginal": _("Taken"),
    }
