"""An order of battle as a table: CSV (RFC 4180), a row for each formation.

Written as `claims_csv` writes: UTF-8 with a byte order mark, cells guarded against spreadsheets,
lists one to a line. What others wrote is read too: columns in any order, separated by commas,
semicolons or tabs; only `name` is needed. A parent is named by its id, or by its name.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from caseboard.exchange.claims_csv import guarded, listed, unlisted
from caseboard.exchange.json_reading import BYTES, Unreadable
from caseboard.exchange.orbat import MOST, Formation, Orbat, in_order, tidy
from caseboard.i18n import _
from caseboard.mapping import sidc
from caseboard.mapping.sidc import Meaning
from caseboard.model import numerals
from caseboard.model.terms import Branch, Echelon, Side, UnitStatus

COLUMNS = (
    "id", "parent", "name", "aliases", "designation", "side", "echelon", "branch", "country",
    "sidc", "status", "identified",
)  # fmt: skip
_SEPARATORS = ",;\t"
_FIELD = 100_000
_NO = frozenset({"no", "false", "0"})
_SIDES = {"friendly": Side.FRIEND, "own": Side.FRIEND, "enemy": Side.HOSTILE, "foe": Side.HOSTILE}
E = TypeVar("E", bound=StrEnum)


def write(formations: Iterable[Formation]) -> bytes:
    """The file of an order of battle."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for each in formations:
        writer.writerow({name: guarded(value) for name, value in _row(each).items()})
    return text.getvalue().encode("utf-8-sig")


def read(data: bytes) -> Orbat:
    """The formations of a file; raises `Unreadable`."""
    left_out: list[str] = []
    rows = _rows(data)
    found = [_formation(number, row, left_out) for number, row in enumerate(rows, 2)]
    formations = [each for each in found if each is not None]
    keys = {each.key for each in formations}
    named = {each.name.casefold(): each.key for each in reversed(formations)}
    placed = [_under(each, keys, named, left_out) for each in formations]
    return Orbat(in_order(placed), left_out)


def _row(each: Formation) -> dict[str, str]:
    return {
        "id": each.key,
        "parent": each.parent,
        "name": each.name,
        "aliases": listed(each.aliases),
        "designation": each.designation,
        "side": each.side.value,
        "echelon": each.echelon.value,
        "branch": each.branch.value,
        "country": each.country,
        "sidc": each.sidc,
        "status": each.status.value,
        "identified": "yes" if each.is_identified else "no",
    }


def _rows(data: bytes) -> list[dict[str, str]]:
    wrong = Unreadable(_("it is no table of units: it needs a column “name”."))
    if len(data) > BYTES:
        raise Unreadable(_("it is larger than 64 MB."))
    before = csv.field_size_limit(_FIELD)
    try:
        text = data.decode("utf-8-sig")
        head = text.split("\n", 1)[0]
        separator = max(_SEPARATORS, key=head.count)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        names = [name.strip().casefold() for name in next(reader, [])]
        if "name" not in names:
            raise wrong
        rows: list[dict[str, str]] = []
        for cells in reader:
            if len(rows) > MOST:
                raise Unreadable(
                    _("it has more than {n} formations.").format(n=numerals.count(MOST))
                )
            values = (_unguarded(cell) for cell in cells)
            rows.append(dict(zip(names, values, strict=False)))
    except (UnicodeDecodeError, csv.Error) as error:
        raise wrong from error
    finally:
        csv.field_size_limit(before)
    return rows


def _formation(number: int, row: Mapping[str, str], left_out: list[str]) -> Formation | None:
    name = tidy(row.get("name", ""))
    if not name:
        if any(row.values()):
            left_out.append(_("Row {n}: it names no unit.").format(n=number))
        return None
    code = "".join(row.get("sidc", "").split())[:20]
    if code and not sidc.is_code(code):
        left_out.append(
            _("{name}: “{code}” is no code of a land unit.").format(name=name, code=code)
        )
        code = ""
    meaning = sidc.read(code) or Meaning()
    country = row.get("country", "").strip().upper()

    def said(column: str, kind: type[E], otherwise: E) -> E:
        typed = row.get(column, "").strip().casefold()
        if not typed:
            return otherwise
        known = {member.value: member for member in kind}
        if typed not in known:
            left_out.append(
                _("{name}: “{word}” is no known {column}.").format(
                    name=name, word=typed[:40], column=column
                )
            )
        return known.get(typed, otherwise)

    side = _SIDES.get(row.get("side", "").strip().casefold())
    return Formation(
        key=row.get("id", "").strip() or f"row {number}",
        name=name,
        parent=row.get("parent", "").strip(),
        aliases=tuple(tidy(alias) for alias in unlisted(row.get("aliases", "")) if tidy(alias)),
        designation=tidy(row.get("designation", "")),
        side=side or said("side", Side, meaning.side),
        echelon=said("echelon", Echelon, meaning.echelon),
        branch=said("branch", Branch, meaning.branch),
        country=country if len(country) == 2 and country.isascii() and country.isalpha() else "",
        sidc=code,
        status=said("status", UnitStatus, meaning.status),
        is_identified=row.get("identified", "").strip().casefold() not in _NO,
    )


def _under(
    each: Formation, keys: set[str], named: Mapping[str, str], left_out: list[str]
) -> Formation:
    """With its parent by key."""
    if not each.parent or each.parent in keys:
        return each
    parent = named.get(each.parent.casefold(), "")
    if not parent:
        left_out.append(
            _("{name}: its parent “{parent}” is not in the file.").format(
                name=each.name, parent=each.parent[:80]
            )
        )
    return Formation(**{name: getattr(each, name) for name in each.__slots__} | {"parent": parent})


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and guarded(cell[1:]) == cell else cell
