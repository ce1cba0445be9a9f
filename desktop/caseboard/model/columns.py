"""The kinds of column our tables are made of."""

from enum import Enum
from typing import Any, TypeVar

import uuid_utils
from sqlalchemy import JSON
from sqlalchemy import Enum as SaEnum
from sqlmodel import AutoString, Field

E = TypeVar("E", bound=Enum)


def new_id() -> str:
    """A fresh UUIDv7 (RFC 9562) in its canonical 36 characters: ids sort by when they were made."""
    return str(uuid_utils.uuid7())


def key() -> Any:
    """A primary key that makes its own UUIDv7."""
    return Field(default_factory=new_id, primary_key=True, sa_type=AutoString)


def link(target: str, *, default: Any = ..., index: bool = True) -> Any:
    """A foreign key to `table.column`; give `default=None` where it may be empty."""
    if default is None:
        return Field(
            default=None, foreign_key=target, index=index, sa_type=AutoString, nullable=True
        )
    return Field(foreign_key=target, index=index, sa_type=AutoString, nullable=False)


def choice(kind: type[E], default: Any = ...) -> Any:
    """A closed set, stored by value and checked by the database; `default=None`: may be empty."""
    column: Any = SaEnum(
        kind,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=True,
        length=32,
    )
    if default is ...:
        return Field(sa_type=column, nullable=False)
    return Field(default=default, sa_type=column, nullable=default is None)


def json_list() -> Any:
    """A list kept as JSON."""
    return Field(default_factory=list, sa_type=JSON, nullable=False)


def json_map() -> Any:
    """A mapping kept as JSON."""
    return Field(default_factory=dict, sa_type=JSON, nullable=False)
