"""What ships beside the code: fonts to embed, icons to colour, and whose they are."""

import re
from xml.etree import ElementTree

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from support import PROJECT

RESOURCES = PROJECT / "resources"
FONTS = sorted((RESOURCES / "fonts").glob("*.ttf"))
EMOJI = RESOURCES / "fonts" / "NotoEmoji-Regular.ttf"
TEXT_FONTS = [path for path in FONTS if path != EMOJI]
ICONS = sorted((RESOURCES / "icons").glob("*.svg"))
ATTRIBUTION = (RESOURCES / "ATTRIBUTION.md").read_text("utf-8")
LETTERS = "AZazéüßАЯаяЁёІіЇїЄєҐґЎўЂђЈј№’ʼ“”«»–—…½×≤≥"


def names(paths):
    return [path.stem for path in paths]


@pytest.mark.parametrize("path", TEXT_FONTS, ids=names(TEXT_FONTS))
def test_reportlab_can_embed_the_font_and_it_has_latin_and_cyrillic(path):
    font = TTFont(path.stem, str(path))  # raises for anything but TrueType outlines
    assert not [letter for letter in LETTERS if ord(letter) not in font.face.charToGlyph]


def test_the_emoji_of_posts_can_be_embedded():
    font = TTFont(EMOJI.stem, str(EMOJI))
    assert not [sign for sign in "⚡❗🔴🇺🇦💥👍🏽👩🚒🫡🪖" if ord(sign) not in font.face.charToGlyph]
    assert EMOJI.stat().st_size < 1_000_000


def test_every_promised_font_is_there():
    promised = {f"Inter-{weight}" for weight in ("Regular", "Medium", "SemiBold", "Bold", "Italic")}
    promised |= {f"SourceSerif4-{weight}" for weight in ("Regular", "Italic", "SemiBold", "Bold")}
    assert {*promised, "JetBrainsMono-Regular"} <= set(names(FONTS))


def test_icons_take_the_colour_they_are_given():
    icons = {path.stem: ElementTree.parse(path).getroot() for path in ICONS}
    assert len(icons) > 100
    assert {icon.get("stroke") for icon in icons.values()} == {"currentColor"}
    assert {icon.get("viewBox") for icon in icons.values()} == {"0 0 24 24"}


def test_attribution_names_every_file_of_others():
    named = re.findall(r"`(fonts/\S+|icons/\S+)`", ATTRIBUTION)
    assert not [
        path.name
        for path in [*FONTS, *ICONS]
        if not any(path.match(f"resources/{pattern}") for pattern in named)
    ]


def test_every_licence_named_is_there():
    links = re.findall(r"\]\(([^)]+)\)", ATTRIBUTION)
    assert len(links) > 5
    assert all((RESOURCES / link).is_file() for link in links)
