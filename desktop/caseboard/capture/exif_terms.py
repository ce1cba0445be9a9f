"""What the numbers of EXIF (CIPA DC-008) stand for: its closed sets, in words."""

from collections.abc import Mapping

ORIENTATION = {
    1: "upright", 2: "mirrored left to right", 3: "turned by 180°", 4: "mirrored top to bottom",
    5: "mirrored and turned 90° counter-clockwise", 6: "turned 90° clockwise to be shown",
    7: "mirrored and turned 90° clockwise", 8: "turned 90° counter-clockwise to be shown",
}  # fmt: skip
_LEVEL = {0: "normal", 1: "low", 2: "high"}
_UNIT = {1: "none", 2: "inch", 3: "centimetre", 4: "millimetre", 5: "micrometre"}
_COMPRESSION = {
    1: "none", 2: "CCITT 1D", 3: "fax group 3", 4: "fax group 4", 5: "LZW", 6: "JPEG",
    7: "JPEG", 8: "Deflate", 32773: "PackBits", 50000: "Zstandard", 50001: "WebP",
}  # fmt: skip
_PHOTOMETRIC = {
    0: "white is zero", 1: "black is zero", 2: "RGB", 3: "palette", 4: "mask", 5: "CMYK",
    6: "YCbCr", 8: "CIE L*a*b*", 32803: "colour filter array",
}  # fmt: skip
_LIGHT = {
    0: "unknown", 1: "daylight", 2: "fluorescent", 3: "tungsten", 4: "flash", 9: "fine weather",
    10: "cloudy", 11: "shade", 12: "daylight fluorescent", 13: "day white fluorescent",
    14: "cool white fluorescent", 15: "white fluorescent", 16: "warm white fluorescent",
    17: "standard light A", 18: "standard light B", 19: "standard light C", 20: "D55", 21: "D65",
    22: "D75", 23: "D50", 24: "studio tungsten", 255: "other",
}  # fmt: skip
_PROGRAM = {
    0: "not defined", 1: "manual", 2: "normal program", 3: "aperture priority",
    4: "shutter priority", 5: "creative program", 6: "action program", 7: "portrait mode",
    8: "landscape mode", 9: "bulb",
}  # fmt: skip
_METERING = {
    0: "unknown", 1: "average", 2: "centre-weighted average", 3: "spot", 4: "several spots",
    5: "pattern", 6: "partial", 255: "other",
}  # fmt: skip
_SENSING = {
    1: "not defined", 2: "one-chip colour area sensor", 3: "two-chip colour area sensor",
    4: "three-chip colour area sensor", 5: "colour sequential area sensor", 7: "trilinear sensor",
    8: "colour sequential linear sensor",
}  # fmt: skip

TERMS: Mapping[str, Mapping[int, str]] = {
    "Orientation": ORIENTATION,
    "ResolutionUnit": _UNIT,
    "FocalPlaneResolutionUnit": _UNIT,
    "Compression": _COMPRESSION,
    "PhotometricInterpretation": _PHOTOMETRIC,
    "YCbCrPositioning": {1: "centred", 2: "co-sited"},
    "PlanarConfiguration": {1: "colours together", 2: "colours apart"},
    "ColorSpace": {1: "sRGB", 2: "Adobe RGB", 65535: "not calibrated"},
    "ExposureProgram": _PROGRAM,
    "MeteringMode": _METERING,
    "LightSource": _LIGHT,
    "SensingMethod": _SENSING,
    "FileSource": {1: "film scanner", 2: "reflection print scanner", 3: "digital camera"},
    "SceneType": {1: "photographed directly"},
    "CustomRendered": {
        0: "normal", 1: "custom", 2: "HDR", 3: "HDR, original kept",
        4: "original of an HDR picture", 6: "panorama", 7: "portrait HDR", 8: "portrait",
    },
    "ExposureMode": {0: "automatic", 1: "manual", 2: "automatic bracket"},
    "WhiteBalance": {0: "automatic", 1: "manual"},
    "SceneCaptureType": {0: "standard", 1: "landscape", 2: "portrait", 3: "night"},
    "GainControl": {0: "none", 1: "low gain up", 2: "high gain up", 3: "low gain down",
                    4: "high gain down"},
    "Contrast": {0: "normal", 1: "soft", 2: "hard"},
    "Saturation": _LEVEL,
    "Sharpness": {0: "normal", 1: "soft", 2: "hard"},
    "SubjectDistanceRange": {0: "unknown", 1: "macro", 2: "close", 3: "distant"},
    "SensitivityType": {
        0: "unknown", 1: "standard output sensitivity", 2: "recommended exposure index",
        3: "ISO speed", 4: "standard output sensitivity and recommended exposure index",
        5: "standard output sensitivity and ISO speed",
        6: "recommended exposure index and ISO speed", 7: "all three",
    },
    "CompositeImage": {0: "unknown", 1: "not composite", 2: "composite",
                       3: "composite, made while it was taken"},
    "GPSAltitudeRef": {0: "above sea level", 1: "below sea level",
                       2: "above the ellipsoid", 3: "below the ellipsoid"},
    "GPSDifferential": {0: "without differential correction", 1: "differential correction"},
}  # fmt: skip
LETTERS: Mapping[str, Mapping[str, str]] = {
    "GPSStatus": {"A": "measurement is valid", "V": "measurement is void"},
    "GPSMeasureMode": {"2": "in two dimensions", "3": "in three dimensions"},
    "InteropIndex": {"R98": "R98, sRGB", "THM": "THM, thumbnail", "R03": "R03, Adobe RGB"},
}


def flash(value: int) -> str:
    """The bits of `Flash`."""
    if value & 0x20:
        return "no flash in this camera"
    said = ["fired" if value & 1 else "did not fire"]
    said += {2: ["return light not detected"], 3: ["return light detected"]}.get(value >> 1 & 3, [])
    said += {1: ["forced on"], 2: ["forced off"], 3: ["automatic"]}.get(value >> 3 & 3, [])
    if value & 0x40:
        said.append("red-eye reduction")
    return ", ".join(said)
