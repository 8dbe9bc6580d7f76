"""A guarded pattern finds what the pattern alone finds, whatever stands in the text."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from listings import facts
from listings.facts.guarded import GuardedPattern, PatternTable
from listings.facts.required_pieces import required_pieces
from tests.examples import examples, few

# Each with a construct of its own: options, classes, assertions, repetitions, groups, flags.
PATTERNS = (
    (r"\bab(?:c|é)?a\b", re.NOFLAG),
    (r"(?:a|b c|ak)+k", re.NOFLAG),
    (r"[ab]k(?=a)|(?<=c)s\w", re.NOFLAG),
    (r"(?<!a)b(?!k)a*+(?P<name>s|\u00a0)", re.NOFLAG),
    (r"(?>ab|a)c{1,3}[^k]", re.NOFLAG),
    (r"a[–-]b|(?i:k)s", re.NOFLAG),
    (r"kib|as(?:kc|ab)", re.IGNORECASE),
    (r"a ?b|(?-i:K)c", re.IGNORECASE),
    (r"^(?:ab|É-)|c$", re.IGNORECASE | re.MULTILINE),
)
# With characters that are others to the engine where case does not matter, and such as grow in lower case.
ALPHABET = "abckisABCKISéÉ –-\u00a0\nKſıİ"
GUARDED = [GuardedPattern(pattern, flags) for pattern, flags in PATTERNS]
TABLE = PatternTable(re.compile(pattern) for pattern, flags in PATTERNS if not flags)


def spans(matches: Iterator[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in matches]


@settings(max_examples=examples(150))
@example("CİİC", 0, 0)
@given(st.text(ALPHABET, max_size=12), st.integers(0, 6), st.integers(0, 12))
def test_the_results_are_those_of_the_pattern(text: str, start: int, end: int) -> None:
    for guarded in GUARDED:
        plain = guarded.compiled
        assert spans(guarded.finditer(text, start, end)) == spans(plain.finditer(text, start, end))
        assert str(guarded.search(text, start, end)) == str(plain.search(text, start, end))
        assert str(guarded.match(text, start, end)) == str(plain.match(text, start, end))
        assert guarded.sub("_", text) == plain.sub("_", text)
        # None of them matches a line break, but one class.
        if "[^" not in plain.pattern:
            assert spans(guarded.finditer_by_line(text)) == spans(plain.finditer(text))


@settings(max_examples=examples(150))
@given(st.text(ALPHABET, max_size=12))
def test_a_table_tells_the_patterns_that_match(text: str) -> None:
    searched = [(rule, match.span()) for rule, p in enumerate(TABLE.patterns) if (match := p.search(text))]
    assert [(rule, match.span()) for rule, match in TABLE.matches(text)] == searched


@pytest.mark.parametrize(
    ("pattern", "flags", "pieces"),
    [
        (r"\b(?:visa|work) permits?\b", re.NOFLAG, {"visa permit", "work permit"}),
        (r"(?:an? )?plus|\w+ bonus", re.NOFLAG, {"plus", " bonus"}),
        # "Desirable" holds letters that have a third case.
        (r"desirable", re.IGNORECASE, {"rable"}),
    ],
)
def test_the_rarest_pieces_are_chosen(pattern: str, flags: re.RegexFlag, pieces: set[str]) -> None:
    assert required_pieces(re.compile(pattern, flags)) == pieces


@pytest.mark.parametrize("pattern", [r"\d+", r"(?:a)?", r"a|\w", r"(?=a)"])
def test_a_pattern_without_pieces_cannot_be_guarded(pattern: str) -> None:
    with pytest.raises(ValueError, match="no piece"):
        GuardedPattern(pattern)


def patterns_of_facts() -> list[tuple[str, re.Pattern[str]]]:
    """Those that are guarded, by their names."""
    patterns = []
    for module in pkgutil.walk_packages(facts.__path__, "listings.facts."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, GuardedPattern):
                patterns.append((f"{module.name}.{name}", value.compiled))
            elif isinstance(value, PatternTable):
                patterns += [(f"{module.name}.{name}", pattern) for pattern in value.patterns]
    return patterns


@pytest.mark.parametrize(("name", "pattern"), few(patterns_of_facts(), 3))
@settings(max_examples=examples(10), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_matches_holds_a_piece(name: str, pattern: re.Pattern[str], data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern))
    match = pattern.search(text)
    assert match is not None
    words = match[0] if not pattern.flags & re.IGNORECASE else match[0].lower()
    assert any(piece in words for piece in required_pieces(pattern)), name
