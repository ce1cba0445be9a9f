"""Which column of a table holds what: by what its cells are, then by its header."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from caseboard.capture.lists.gathering import address

_LOOKED_AT = 400
_NAMES: Mapping[str, str] = {
    "url": "url|urls|link|links|uri|href|address|web address|source url|page url|web page|"
    "website url|original url|item url|адреса|посилання|лінк|адрес|ссылка|ссылки|линк|урл",
    "title": "title|headline|name|page title|item title|upload title|subject|заголовок|назва|"
    "название|тема|имя",
    "published": "date|published|publication date|date published|pub date|published at|"
    "upload timestamp|timestamp|time|datetime|year|publication year|"
    "дата|дата публікації|опубліковано|дата публикации|опубликовано|час|время|рік|год",
    "author": "author|authors|byline|by|creator|creators|account|channel|"
    "автор|автори|авторы|автора",
    "site": "site|source|outlet|publisher|publication|publication title|website|domain|media|"
    "джерело|видання|сайт|источник|издание",
    "note": "note|notes|comment|comments|description|summary|abstract|abstract note|text|"
    "text content|content|примітка|примітки|нотатка|нотатки|коментар|опис|заметка|заметки|"
    "примечание|комментарий|описание|текст",
    "tags": "tag|tags|manual tags|keywords|keyword|labels|label|category|categories|folder|"
    "теги|тег|мітки|ключові слова|категорія|метки|ключевые слова|категория|папка",
    "language": "language|lang|мова|язык",
    "saved": "saved|added|date added|archive date|created|time added|додано|збережено|добавлено",
    "files": "file|files|path|file attachments|attachment|attachments|filename|"
    "файл|файли|файлы|шлях|путь",
    "kind": "type|item type|kind|тип",
}
_BY_NAME = {name: field for field, names in _NAMES.items() for name in names.split("|")}
ARCHIVER = {
    "archive location": "files",
    "thumbnail": "files",
    "screenshot": "files",
    "wacz": "files",
    "replaywebpage": "",
    "hash": "",
    "perceptual hashes": "",
    "archive status": "note",
    "destination folder": "files",
}
"""Columns of Bellingcat's auto-archiver (`gsheet_feeder_db`), by their default names."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A table's columns: the field of an entry each one holds, empty where none."""

    fields: tuple[str, ...]
    names: tuple[str, ...]
    """As the header writes them, else `3`."""
    has_header: bool
    is_archiver: bool = False


def of_table(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The columns of a table that begins with `rows`; None where none of them holds addresses."""
    width = max(map(len, rows), default=0)
    first = [_plain(cell) for cell in rows[0]] + [""] * (width - len(rows[0]))
    body = rows[1:_LOOKED_AT]
    counts = [_addresses(body, at) for at in range(width)]
    named = [_BY_NAME.get(name, ARCHIVER.get(name, "")) for name in first]
    in_first = any(address(cell) for cell in rows[0])
    has_header = not in_first and (any(named) or any(first))
    if not has_header:
        named = [""] * width
        counts = [count + bool(at < len(rows[0]) and address(rows[0][at])) for at, count in
                  enumerate(counts)]  # fmt: skip
    archiver = len({"archive status", "archive location", "archive date"} & set(first)) >= 2
    link = _link_column(named, counts)
    if link is None:
        return None
    fields = ["" if field == "url" else field for field in named]
    fields[link] = "url"
    if not has_header:
        _guess(fields, rows[:_LOOKED_AT])
    shown = [cell.strip() for cell in rows[0]] if has_header else []
    names = [f"“{shown[at]}”" if at < len(shown) and shown[at] else str(at + 1)
             for at in range(width)]  # fmt: skip
    return Columns(tuple(fields), tuple(names), has_header, archiver)


def _link_column(named: Sequence[str], counts: Sequence[int]) -> int | None:
    """The column called one where it holds any address, else the one that holds most."""
    called = [at for at, field in enumerate(named) if field == "url" and counts[at]]
    best = called or [at for at, count in enumerate(counts) if count]
    return max(best, key=lambda at: (counts[at], -at), default=None)


def _guess(fields: list[str], rows: Sequence[Sequence[str]]) -> None:
    """Without a header: the column with the longest words is the title."""
    lengths = {
        at: sum(len(row[at]) for row in rows if at < len(row) and re.search(r"[^\W\d]{3}", row[at]))
        for at, field in enumerate(fields)
        if not field
    }
    if lengths and max(lengths.values()):
        fields[max(lengths, key=lambda at: lengths[at])] = "title"


def _addresses(rows: Sequence[Sequence[str]], at: int) -> int:
    return sum(1 for row in rows if at < len(row) and row[at] and address(row[at]))


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[_\-.:]+", " ", name).split()).casefold()[:60]
