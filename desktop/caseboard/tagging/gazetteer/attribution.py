"""Whose names these are: printed wherever places of the gazetteer show."""

SHIPPED = (
    "GeoNames (CC BY 4.0); KATOTTG (Ukraine's state classifier); Natural Earth;"
    " U.S. Census Bureau; iso-codes (LGPL-2.1)"
)


def attribution() -> str:
    """One line, the same in every language; imported files are GeoNames', too."""
    return SHIPPED
