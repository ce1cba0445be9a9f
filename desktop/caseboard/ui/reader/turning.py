"""A picture turned by quarters: where its regions go, and where a point of the view came from."""

from PySide6.QtCore import QPointF, QRectF

QUARTER = 90


def turned_point(point: QPointF, quarters: int) -> QPointF:
    """A point in fractions of the upright picture, in fractions of the turned one.

    `quarters` counts turns to the right (clockwise), of any sign.
    """
    x, y = point.x(), point.y()
    match quarters % 4:
        case 1:
            return QPointF(1 - y, x)
        case 2:
            return QPointF(1 - x, 1 - y)
        case 3:
            return QPointF(y, 1 - x)
        case _:
            return QPointF(x, y)


def turned(rect: QRectF, quarters: int) -> QRectF:
    """A rectangle in fractions of the upright picture, in fractions of the turned one."""
    one = turned_point(rect.topLeft(), quarters)
    other = turned_point(rect.bottomRight(), quarters)
    return QRectF(one, other).normalized()


def turned_step(step: QPointF, quarters: int) -> QPointF:
    """A step to the side or down in the turned picture, as a step in the upright one."""
    origin = turned_point(QPointF(), -quarters)
    return turned_point(step, -quarters) - origin
