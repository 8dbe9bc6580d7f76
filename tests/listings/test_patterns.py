"""Regular expressions that must not take the square of a text's length, whatever the text repeats."""

from __future__ import annotations

import importlib
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import listings
from tests.cpu_time import cpu_seconds

AnyPattern = re.Pattern[Any]
SHORT, LONG = 2_000, 8_000
# Four times the text takes about four times as long where the cost is linear, and sixteen times where it is quadratic.
MAX_RATIO = 8
# What takes less for LONG characters harms nobody, and cannot be measured.
MIN_SECONDS = 0.02
PUMPS = (" ", "\n", "a", "A", "1", "(", "[", "<", '"', "-", ",", "a ", "1,", "1 ", ". ", "- ", "(a")
MAX_WORDS = 3


@dataclass(frozen=True, slots=True)
class NamedPattern:
    """`is_searched` False: it is only ever matched with the beginning of a text."""

    name: str
    pattern: AnyPattern
    is_searched: bool = True

    def run(self, pump: str, length: int) -> None:
        text = (pump * length)[:length] + "\x01"
        subject = text if isinstance(self.pattern.pattern, str) else text.encode()
        if self.is_searched:
            deque(self.pattern.finditer(subject), maxlen=0)
        else:
            self.pattern.match(subject)
            self.pattern.fullmatch(subject)


# Some of whose patterns were quadratic.
MODULES = (
    "admin.option_fields",
    "boards.formats.syndication",
    "boards.formats.script_json",
    "boards.formats.vacancy",
    "boards.jobvite",
    "boards.paylocity",
    "boards.workday",
    "facts.category.departments",
)


def patterns() -> list[NamedPattern]:
    return [
        NamedPattern(f"{module}.{name}", pattern, is_searched(name))
        for module in MODULES
        for name, value in vars(importlib.import_module(f"listings.{module}")).items()
        for pattern in patterns_in(value)
    ]


@cache
def is_searched(name: str) -> bool:
    """Whether any module uses a pattern of this name other than by `match` and `fullmatch`."""
    uses = re.findall(rf"(?<![\w.]){name}\b(?! = re\.compile)(?:\.(\w+))?", code_of_all())
    return not uses or not {"match", "fullmatch"}.issuperset(uses)


@cache
def code_of_all() -> str:
    """Of all modules, without imports."""
    folder = Path(listings.__path__[0])
    code = "\n".join(path.read_text() for path in sorted(folder.rglob("*.py")))
    return re.sub(r"(?m)^(?:from|import) .*(?:\((?s:.*?)\))?$", "", code)


def patterns_in(value: Any) -> Iterator[AnyPattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from patterns_in([*value.keys(), *value.values()])
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from patterns_in(each)


def pumps(pattern: AnyPattern) -> Iterator[str]:
    """What a text may consist of, over and over: also the first words that stand in the pattern."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    words = list(dict.fromkeys(re.findall(r"(?<!\\)\b[^\W\d_]{2,}", source)))[:MAX_WORDS]
    yield from (*PUMPS, *words, *(f"{word} " for word in words))


def is_quadratic(named: NamedPattern, pump: str) -> bool:
    seconds = cpu_seconds(partial(named.run, pump, LONG), tries=1)
    if seconds < MIN_SECONDS:
        return False
    # Noise only adds to a time: what seems dear is measured again.
    seconds = cpu_seconds(partial(named.run, pump, LONG))
    return seconds >= MIN_SECONDS and seconds > MAX_RATIO * cpu_seconds(partial(named.run, pump, SHORT))


def quadratic_pump(named: NamedPattern) -> str:
    """The first for which the pattern is quadratic; "" if there is none."""
    return next((pump for pump in pumps(named.pattern) if is_quadratic(named, pump)), "")


def test_a_quadratic_pattern_is_seen() -> None:
    # Whether the spaces or the breaks are seen first is a matter of some hundredths of a second.
    assert quadratic_pump(NamedPattern("AT", re.compile(r"\s+at\s"))) in {" ", "\n"}
    assert quadratic_pump(NamedPattern("AT", re.compile(r"\s+at\s"), is_searched=False)) == ""
    assert quadratic_pump(NamedPattern("AT", re.compile(r"(?<!\s)\s++at\s"))) == ""


def test_no_pattern_is_quadratic() -> None:
    assert {named.name: pump for named in patterns() if (pump := quadratic_pump(named))} == {}
