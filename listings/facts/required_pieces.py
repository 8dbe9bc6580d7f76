"""What a text must contain to match a regular expression, derived from the parsed expression."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

# The standard library's own parser: whatever the engine runs is what is read here.
PARSE = import_module("re._parser").parse
# More strings than these that a part may stand for are not multiplied out.
MAX_STRINGS = 12
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
ZERO_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")
# "K" and "ſ" are letters k and s to the engine where case does not matter, and "ı" an i.
OF_SEVERAL_CASES = "iks"

Strings = frozenset[str]
EMPTY: Strings = frozenset(("",))


def required_pieces(pattern: re.Pattern[str]) -> Strings:
    """Strings of which any match contains at least one: in lower case if the case does not matter.

    ValueError if there are none, as in a pattern of mere character classes.
    """
    parsed = PARSE(pattern.pattern, pattern.flags)
    pieces = _PieceReader(is_cased=not pattern.flags & re.IGNORECASE).required(parsed)
    if not pieces:
        raise ValueError(f"no piece is in every match of {pattern.pattern[:60]!r}")
    return frozenset(piece for piece in pieces if not any(other in piece for other in pieces if other != piece))


class _PieceReader:
    def __init__(self, *, is_cased: bool) -> None:
        self.is_cased = is_cased

    def required(self, items: Iterable[tuple[Any, Any]]) -> Strings:
        """The best set of strings of which a sequence contains one; empty if there is none."""
        candidates: list[Strings] = []
        run = EMPTY
        for op, argument in items:
            exact = self.exact(op, argument)
            if exact and len(run) * len(exact) <= MAX_STRINGS:
                run = frozenset(before + after for before in run for after in exact)
                continue
            candidates += (run, self.required_within(op, argument))
            run = exact or EMPTY
        candidates.append(run)
        return max((found for found in candidates if found and "" not in found), key=_worth, default=frozenset())

    def required_within(self, op: Any, argument: Any) -> Strings:
        match str(op):
            case "BRANCH":
                branches = [self.required(branch) for branch in argument[1]]
                return frozenset().union(*branches) if all(branches) else frozenset()
            case "SUBPATTERN" if not argument[1]:
                return self.required(argument[3])
            case "ATOMIC_GROUP":
                return self.required(argument)
            case repeat if repeat in REPEATS and argument[0]:
                return self.required(argument[2])
        return frozenset()

    def exact(self, op: Any, argument: Any) -> Strings:
        """All strings that a part of a pattern stands for, if they are few; else empty."""
        match str(op):
            case "LITERAL":
                return self.exact_character(argument)
            case "IN" if all(str(kind) == "LITERAL" for kind, _ in argument):
                return self.any_of(self.exact_character(code) for _, code in argument)
            case name if name in ZERO_WIDTH:
                return EMPTY
            case "BRANCH":
                return self.any_of(self.exact_sequence(branch) for branch in argument[1])
            case "SUBPATTERN" if not argument[1]:
                return self.exact_sequence(argument[3])
            case "MAX_REPEAT" | "MIN_REPEAT" if argument[:2] == (0, 1):
                return self.any_of((EMPTY, self.exact_sequence(argument[2])))
        return frozenset()

    def exact_character(self, code: int) -> Strings:
        character = chr(code)
        if self.is_cased:
            return frozenset((character,))
        has_case = character.lower() != character.upper()
        is_plain = character.isascii() and character.lower() not in OF_SEVERAL_CASES
        return frozenset((character.lower(),)) if is_plain or not has_case else frozenset()

    def exact_sequence(self, items: Iterable[tuple[Any, Any]]) -> Strings:
        strings = EMPTY
        for op, argument in items:
            exact = self.exact(op, argument)
            strings = frozenset(before + after for before in strings for after in exact)
            if not 0 < len(strings) <= MAX_STRINGS:
                return frozenset()
        return strings

    def any_of(self, choices: Iterable[Strings]) -> Strings:
        strings: Strings = frozenset()
        for exact in choices:
            if not exact:
                return exact
            strings |= exact
        return strings if len(strings) <= MAX_STRINGS else frozenset()


def _worth(pieces: Strings) -> tuple[int, int]:
    """Long pieces are rare, and few of them are found fast."""
    return min(map(len, pieces)), -len(pieces)
