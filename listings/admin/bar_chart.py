"""Small bar charts with stacked parts: plain SVG coloured by class, and said in words for who does not see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from listings.admin.base import render_fragment

WIDTH, HEIGHT, GAP = 280, 140, 2
# A part that is not nothing leaves a mark, however small.
MIN_PART_HEIGHT = 2


@dataclass(frozen=True, slots=True)
class Column:
    """`parts`: (name, number), from the bottom up; the name is part of a CSS class and of the words."""

    label: str
    parts: Sequence[tuple[str, int]]

    @property
    def total(self) -> int:
        return sum(number for _, number in self.parts)

    @property
    def words(self) -> str:
        return f"{self.label}: " + (", ".join(f"{number:,} {name}" for name, number in self.parts if number) or "none")


@dataclass(frozen=True, slots=True)
class Rectangle:
    x: float
    y: float
    width: float
    height: float
    kind: str


def bar_chart(columns: Sequence[Column], title: str) -> SafeString:
    """The first and the last column are named below, the highest total above."""
    highest = max((column.total for column in columns), default=0)
    step = WIDTH / max(1, len(columns))
    bars = [(column, _rectangles(column, number * step, step - GAP, highest)) for number, column in enumerate(columns)]
    return render_fragment(
        "bar_chart.html",
        title=title,
        bars=bars,
        columns=columns,
        highest=f"{highest:,}",
        width=WIDTH,
        height=HEIGHT,
        first=columns[0].label if columns else "",
        last=columns[-1].label if columns else "",
    )


def _rectangles(column: Column, x: float, width: float, highest: int) -> list[Rectangle]:
    rectangles, bottom = [], float(HEIGHT)
    for name, number in column.parts:
        if not number:
            continue
        height = max(MIN_PART_HEIGHT, round(HEIGHT * number / highest, 1))
        bottom -= height
        rectangles.append(Rectangle(round(x, 1), round(max(0.0, bottom), 1), round(width, 1), height, name))
    return rectangles
