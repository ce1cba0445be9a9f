"""What can be typed after `caseboard`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from caseboard import PROGRAM
from caseboard.cli import briefing_options


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options in `arguments`; `action` is None where the window is wanted."""
    common = _common()
    parser = argparse.ArgumentParser(
        "caseboard", description="Case files for open-source investigators.", parents=[common]
    )
    parser.add_argument("--version", action="version", version=PROGRAM)
    actions = parser.add_subparsers(metavar="ACTION")
    _case(actions, common)
    clip = _action(actions, common, "clip", "take files, links or standard input (-) into a case")
    clip.add_argument("case", metavar="CASE")
    clip.add_argument("things", metavar="FILE|FOLDER|URL|-", nargs="+")
    _fetching(clip)
    list_ = _action(actions, common, "import", "make a clip of each new entry of a list of links")
    list_.add_argument("case", metavar="CASE")
    list_.add_argument("file", metavar="FILE", type=Path)
    list_.add_argument("--all", action="store_true", help="entries that the case has, too")
    list_.add_argument("--dry-run", action="store_true", help="only say what would be imported")
    _fetching(list_)
    show = _action(actions, common, "show", "show a case, or one thing in it")
    show.add_argument("case", metavar="CASE")
    show.add_argument("ref", metavar="REF", nargs="?", default="")
    _claims(actions, common)
    inspect = _action(actions, common, "inspect", "show what a clip of a file would hold")
    inspect.add_argument("file", metavar="FILE", type=Path)
    inspect.add_argument("--url", metavar="URL", default="", help="where the page of the file was")
    suggest = _action(actions, common, "suggest", "propose what a file or a clip names and says")
    suggest.add_argument("what", metavar="FILE|CASE")
    suggest.add_argument("ref", metavar="REF", nargs="?", default="", help="a clip of the case")
    search = _action(actions, common, "search", "search clips, notes, claims, places, units")
    search.add_argument("words", metavar="WORDS", nargs="+")
    brief = _action(actions, common, "brief", "write a briefing, or hand over its exhibits")
    briefing_options.declare(brief)
    collection = _action(actions, common, "collection", "report how a clip was collected, as JSON")
    collection.add_argument("case", metavar="CASE")
    collection.add_argument("ref", metavar="REF")
    collection.add_argument("-o", "--output", metavar="FILE.json", type=Path)
    archive = _action(actions, common, "wacz", "write the web archive of a fetched clip")
    archive.add_argument("case", metavar="CASE")
    archive.add_argument("ref", metavar="REF")
    archive.add_argument("-o", "--output", metavar="FILE.wacz", type=Path, required=True)
    _map(actions, common)
    _gazetteer(actions, common)
    verify = _action(actions, common, "verify", "re-hash files, check journal and search index")
    verify.add_argument("case", metavar="CASE", nargs="?", default="")
    check = _action(
        actions, common, "verify-briefing", "check a briefing against the library it was made from"
    )
    check.add_argument("briefing", metavar="FILE.pdf", type=Path)
    return parser.parse_args(arguments, argparse.Namespace(action=None, library=None, json=False))


def _fetching(clip: argparse.ArgumentParser) -> None:
    """How links are fetched; what is not said is as the settings of the window say."""
    clip.add_argument("--no-fetch", action="store_true", help="keep links, fetch nothing")
    clip.add_argument(
        "--allow-private", action="store_true", help="allow addresses of this machine's network"
    )
    clip.add_argument("--proxy", metavar="URL", help="socks5://host:port or http://host:port")
    clip.add_argument("--user-agent", metavar="TEXT", help="what sites are told that asks")
    clip.add_argument("--render", action="store_true", help="draw pages as they are seen, too")


def _common() -> argparse.ArgumentParser:
    """Options that may stand before or after the action."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--library", metavar="DIR", type=Path, help="the library's folder")
    common.add_argument("--json", action="store_true", help="print JSON")
    return common


def _action(
    actions: "argparse._SubParsersAction[argparse.ArgumentParser]",
    common: argparse.ArgumentParser,
    name: str,
    help_: str,
) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, help=help_, description=help_, parents=[common])
    parser.set_defaults(action=name)
    return parser


def _case(
    actions: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    case = actions.add_parser("case", help="open and list cases", parents=[common])
    inner = case.add_subparsers(metavar="ACTION", required=True)
    new = _action(inner, common, "new", "open a case")
    new.add_argument("title", metavar="TITLE")
    _action(inner, common, "sample", "add the sample case")
    _action(inner, common, "list", "list the cases, as JSON")


def _claims(
    actions: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """What is claimed, shown or written out, or taken in from a colleague's file."""
    claims = _action(actions, common, "claims", "show, export or import the claims of a case")
    claims.add_argument("case", metavar="CASE")
    ways = claims.add_mutually_exclusive_group()
    ways.add_argument("-o", "--output", metavar="FILE.csv|.jsonld", type=Path)
    ways.add_argument("--import", dest="file", metavar="FILE.jsonld", type=Path)
    disputes = _action(actions, common, "disputes", "show where the claims of a case clash")
    disputes.add_argument("case", metavar="CASE")
    annotations = _action(
        actions, common, "annotations", "write the marked places of a case as W3C Web Annotations"
    )
    annotations.add_argument("case", metavar="CASE")
    annotations.add_argument("-o", "--output", metavar="FILE.jsonld", type=Path, required=True)


def _map(
    actions: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Where things are: as a picture, or as places for another program."""
    map_ = _action(actions, common, "map", "draw the map of a case as a picture")
    map_.add_argument("case", metavar="CASE")
    map_.add_argument("-o", "--output", metavar="FILE.png|.svg|.pdf", type=Path, required=True)
    map_.add_argument(
        "--extent",
        metavar="PLACE|W,S,E,N",
        default="",
        help="a place or position, or edges in degrees (--extent=-10,35,40,60)",
    )
    map_.add_argument(
        "--layers",
        metavar="all|none|L1,L2",
        default="",
        help="which layers; those that are switched on where it is not said",
    )
    map_.add_argument(
        "--as-of", metavar="DATE", default="", help="how things were known to be (EDTF)"
    )
    map_.add_argument("--size", metavar="WxH", default="1200x800", help="in pixels (1/96 inch)")
    map_.add_argument("--theme", choices=("light", "dark", "print"), default="light")
    map_.add_argument("--grid", choices=("none", "degrees", "utm"), default="none")
    map_.add_argument(
        "--release", action="store_true", help="show units no finer than they may be released"
    )
    places = _action(actions, common, "places", "write places, positions and layers of a case")
    places.add_argument("case", metavar="CASE")
    places.add_argument(
        "-o", "--output", metavar="FILE.geojson|.kml|.csv", type=Path, required=True
    )
    places.add_argument(
        "--only",
        metavar="KINDS",
        default="",
        help="some of places,claims,photos,positions,layers",
    )
    places.add_argument(
        "--release", action="store_true", help="tell units no finer than they may be released"
    )


def _gazetteer(
    actions: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    gazetteer = actions.add_parser(
        "gazetteer", help="add and list tables of places", parents=[common]
    )
    inner = gazetteer.add_subparsers(metavar="ACTION", required=True)
    new = _action(inner, common, "import", "add the places of a GeoNames dump or postal file")
    new.set_defaults(action="gazetteer-import")
    new.add_argument("file", metavar="FILE", type=Path)
    known = _action(inner, common, "list", "list the tables that places are looked up in")
    known.set_defaults(action="gazetteer-list")
