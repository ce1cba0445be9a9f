"""Whose names these are: printed wherever places of the gazetteer show."""

SHIPPED = (
    "GeoNames (CC BY 4.0); KATOTTG, Ministry for Development of Communities and Territories of"
    " Ukraine; Natural Earth; U.S. Census Bureau; iso-codes (LGPL-2.1)"
)


def attribution() -> str:
    """One line, the same in every language; imported files are GeoNames', too."""
    return SHIPPED
