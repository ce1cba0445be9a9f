"""Columns by name, for queries that serve several tables."""

from typing import Any

from sqlalchemy import Column, Table
from sqlmodel import SQLModel


def table_of(model: type[SQLModel]) -> Table:
    """The table behind a model class."""
    table: Table = model.__table__  # type: ignore[attr-defined]  # SQLModel adds it
    return table


def column(model: type[SQLModel], name: str) -> Column[Any]:
    """One column of a model's table, as a query wants it."""
    return table_of(model).c[name]
