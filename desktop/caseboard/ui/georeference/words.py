"""Points, fits and areas in words."""

from caseboard.i18n import _, ngettext
from caseboard.mapping.georeferencing import ControlPoint, Doubt, Fit, missing
from caseboard.model import numerals
from caseboard.model.terms import GeoreferenceKind
from caseboard.ui.georeference.plot import Plot, Tool


def length(metres: float) -> str:
    """`180 m`, `1.2 km`, `12 km`."""
    if metres < 999.5:
        return _("{n} m").format(n=f"{metres:.0f}")
    kilometres = metres / 1000
    return _("{n} km").format(n=numerals.fixed(kilometres, 0 if kilometres >= 9.95 else 1))


def area(km2: float) -> str:
    """`214 km²`, `0.83 km²`."""
    digits = 0 if km2 >= 99.5 else 1 if km2 >= 9.95 else 2
    return _("{n} km²").format(n=numerals.fixed(km2, digits))


def heading(count: int) -> str:
    """`Control points · 3`."""
    return _("Control points · {n}").format(n=count) if count else _("Control points")


def overall(fit: Fit | None) -> str:
    """`RMS 210 m`; nothing where no point checks another."""
    if fit is None or Doubt.UNCHECKED in fit.doubts:
        return ""
    return _("RMS {error}").format(error=length(fit.rms_m))


def residual(plot: Plot, place: int) -> str:
    """`205 m · ± 10 km place`: how far a point is off, and how roughly its place is known."""
    point = plot.points[place]
    parts = []
    if plot.fit is not None and Doubt.UNCHECKED not in plot.fit.doubts:
        parts.append(length(plot.fit.residuals[place]))
    if point.is_rough:
        parts.append(_("± {radius} place").format(radius=length(point.precision_m or 0.0)))
    return " · ".join(parts)


def name(point: ControlPoint) -> str:
    """What a point is called; its position where it has no name."""
    return point.name or f"{point.lat:.5f}, {point.lon:.5f}"


def point_tip(plot: Plot, place: int) -> str:
    """All there is to say of a point."""
    said = f"{place + 1} {name(plot.points[place])}"
    off = residual(plot, place)
    return f"{said} · {off}" if off else said


def plate_words(plot: Plot) -> str:
    """What stands on the plate, for screen readers."""
    if plot.tool is Tool.AREA:
        count = len(plot.outline)
        said = ngettext("Area with {n} corner", "Area with {n} corners", count).format(n=count)
        square = plot.area_km2
        return said if square is None else f"{said}, {area(square)}"
    if plot.selected is not None:
        return point_tip(plot, plot.selected)
    count = len(plot.points)
    return ngettext("{n} control point", "{n} control points", count).format(n=count)


def guidance(plot: Plot) -> str:
    """What to do next."""
    if plot.tool is Tool.AREA:
        return _("Click corner after corner. Enter closes the area, Backspace takes one back.")
    return guidance_of_points(plot)


def guidance_of_points(plot: Plot) -> str:
    """What to do with points next."""
    left = missing(len(plot.points), plot.kind)
    if not left:
        return _("Click the picture, then name the place. A place known only roughly is marked.")
    return ngettext(
        "Click the picture, then name the place. {n} point more places it.",
        "Click the picture, then name the place. {n} points more place it.",
        left,
    ).format(n=left)


def tracing_offered() -> str:
    """What tracing is for."""
    return _("Trace what the map shows: it becomes a layer that keeps picture, credit and error.")


def error(metres: float | None) -> str:
    """By how much what was traced may be off."""
    if metres is None:
        return _("unknown: nothing checks the points")
    return _("± {length} (root mean square)").format(length=length(metres))


def doubts(plot: Plot) -> list[str]:
    """Why the fit may be worse than its numbers, a sentence each."""
    fit = plot.fit
    if fit is None:
        is_short = missing(len(plot.points), plot.kind)
        return [] if is_short or plot.problem is None else [_whole(plot)]
    return [_doubt(doubt, fit) for doubt in fit.doubts]


def _whole(plot: Plot) -> str:
    assert plot.problem is not None  # noqa: S101  there is no fit
    return f"{plot.problem} {plot.problem.hint}".strip()


def _doubt(doubt: Doubt, fit: Fit) -> str:
    return {
        Doubt.UNCHECKED: _("Nothing checks these points: one more shows how well they fit."),
        Doubt.NARROW: _("The points lie almost on one line: add one well beside it."),
        Doubt.ROUGH: _("Places known only roughly pull the picture as much as the others."),
        Doubt.MIRRORED: _("The picture would be a mirror image: two places may be mixed up."),
        Doubt.OUTLIER: _("Without point {n} the others fit far better: check it.").format(
            n=(fit.outlier or 0) + 1
        ),
    }[doubt]


def kind(kind: GeoreferenceKind) -> str:
    """The transformation, as it stands alone."""
    return {
        GeoreferenceKind.AFFINE: _("Affine"),
        GeoreferenceKind.PROJECTIVE: _("Projective"),
    }[kind]
