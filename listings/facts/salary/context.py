"""The words around an amount of money: before and after it in its sentence, and the line that announces it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from listings.facts.salary.hints import last_hints
from listings.facts.salary.money import Money
from listings.facts.salary.numbers import SYMBOL_ENDS

# Context examined around an amount, in characters.
LEFT, RIGHT, HEADING, SHORT, ABOVE = 180, 90, 160, 60, 500
MAX_LINES_ABOVE = 4
# Not after "max.", "approx." and the like, which are looked for second: the engine can skip to a set of characters.
SENTENCE_END = re.compile(
    r"[.!?;](?<=[a-z)\d%]{2}.)(?<!\bmax.)(?<!\bmin.)(?<!\bmind.)(?<!\bapprox.)(?<!\bca.)(?<!\binkl.)(?<!\bincl.)"
    r"(?<!\bmies.) "
)
ALONE = re.compile(
    r"[\s\-–—*•·(\[:>~|+]*(?:[0-9]{1,2}[.)] )?[\s(~]*(?:(?:circa|over|above|more than|at least"
    r"|ca\.?|c\.|approx(?:\.|imately)?|around|about|up to"
    r"|from|between|ab|von|bis zu|de|entre|da|van|vanaf|od|от|base|up)\s)?[\s(~]*"
)
# "$76,829 to $142,213 (NJ, NY, WA)", "$90k for seniors"
SYMBOL = re.compile(f"[{re.escape(SYMBOL_ENDS)}]")
LABEL_BEHIND = re.compile(r" ?(?:\(|for |in |if |[-–:] )([^)\n]{2,80})")
LAST_SIGNS = re.compile(r"[^\w]{1,20}$")
# A row of a table: "L4 $175,000 – $210,000".
LEVEL_ROW = re.compile(
    r"(?:^|[,;|])[\s\-–*•·|]*(?:(?:level|grade|band|tier|zone|step|stufe) ?|l|ic|p|e|m)[0-9ivx]{1,3}\s+$"
)
# "The wage band for this opening is shown below": it governs the amount on one of the next lines.
ANNOUNCES = re.compile(
    r"\b(?:below|following|follows|hereunder|(?:listed|shown|outlined|stated|given) here|unten|folgend\w*|siguiente"
    r"|a continuación|abaixo|seguinte|ci-dessous|suivante?|seguente|onderstaande?|poniżej)\b|:\s*$"
)


@dataclass(frozen=True, slots=True)
class Context:
    """The text around an amount, in lower case. `heading`: the line above a short line, or what announces the amount.

    `in_cell`: the line is cut into cells by bars ("Company | Role | Pay"), and `left` begins at the last bar.
    `sentence`: where the amount's sentence begins. `label`: what the amount is labelled by: the words before it, or the
    line above or the brackets behind one that stands alone.
    """

    left: str
    right: str
    heading: str
    in_cell: bool
    sentence: int
    label: str

    @property
    def is_alone(self) -> bool:
        """Whether at most a bullet, list number, bracket or "up to" stands before the amount in its line or cell."""
        return ALONE.fullmatch(self.left) is not None

    @property
    def words_before(self) -> str:
        """The words that lead to the amount, which may end the line above it: "Our pay starts at"."""
        return self.left if self.left.strip() else f"{LAST_SIGNS.sub('', self.heading)} "

    @property
    def is_labelled(self) -> bool:
        """Whether a short label stands before the amount, as in "Germany: €60,000 – €70,000"."""
        is_label = self.left.rstrip(" (").endswith((":", " -", " –")) or LEVEL_ROW.search(self.left) is not None
        return len(self.left) <= SHORT and is_label


def context_of(money: Money, lower: str) -> Context:
    first = max(0, money.start - LEFT)
    line = lower.rfind("\n", first, money.start)
    start = line + 1 if line >= 0 else first
    left = lower[start : money.start]
    heading = _heading(lower, line) if line > 0 and len(left) < SHORT else ""
    ends = [stop.end() for stop in SENTENCE_END.finditer(left)]
    if ends:
        before, left = left[: ends[-1]], left[ends[-1] :]
        # "About your pay. $90,000 – $110,000." The sentence before says what an amount alone is.
        heading = before if ALONE.fullmatch(left) else ""
        start += ends[-1]
    right = lower[money.end : money.end + RIGHT].partition("\n")[0]
    right = SENTENCE_END.split(right, maxsplit=1)[0]
    label = f"{heading} {left}" if len(heading) <= SHORT and left.rstrip().endswith(":") else left
    if ALONE.fullmatch(left):
        behind = LABEL_BEHIND.match(right)
        label = behind[1] if behind else heading
    in_cell = "|" in left
    if in_cell:
        left, heading = left[left.rindex("|") :], ""
    return Context(left, right, heading, in_cell, start, label)


def _heading(lower: str, end: int) -> str:
    """The line that ends at `end` if it is short, or the nearest of a few lines that announces an amount."""
    floor, nearest = max(0, end - ABOVE), ""
    for count in range(MAX_LINES_ABOVE):
        begin = lower.rfind("\n", floor, end)
        line = lower[begin + 1 if begin >= 0 else floor : end]
        if SYMBOL.search(line):
            # Another amount: "Senior: $90k" says nothing about the line below it.
            return nearest
        whole = begin >= 0 or end <= ABOVE
        if not count and whole and len(line) <= HEADING:
            nearest = line
        announced = next((part for part in SENTENCE_END.split(line) if _announces_pay(part)), "") if whole else ""
        if announced:
            return announced
        if begin < 0 or (not count and nearest and max(last_hints(nearest)) >= 0):
            return nearest
        end = begin
    return nearest


def _announces_pay(sentence: str) -> bool:
    pay, other = last_hints(sentence)
    return pay > other and ANNOUNCES.search(sentence) is not None
