"""One chapter: its front matter, headings, links and parts, and all that can be wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.urls import reverse
from markdown_it.token import Token

from guides.markup import Malformed, Part, line_of, parts_of, plain, tokens_of

FIELDS: dict[str, type] = {
    "title": str,
    "slug": str,
    "summary": str,
    "order": int,
    "updated": date,
    "illustration": str,
}
KINDS = {str: "words", int: "a number", date: "a date such as 2026-11-23"}
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
INTERNAL = re.compile(r"(?:/guide/(?P<slug>[^/#]+)/)?(?:#(?P<anchor>.+))?")
WORD = re.compile(r"[^\W_]+(?:['’.,:/@-][^\W_]+)*")
WORDS_A_MINUTE = 220


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong where. `id` ends that of the system check, such as E002; `line` counts from 1."""

    id: str
    path: Path
    line: int
    words: str

    def __str__(self) -> str:
        return f"{self.path.name}:{self.line}: {self.words}"


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    anchor: str
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class Section:
    """A line of the table of contents, with the lines below it."""

    heading: Heading
    inside: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link within the guide. Without a slug it stays in its chapter; without an anchor it leads to the top."""

    slug: str
    anchor: str
    line: int


@dataclass(frozen=True, slots=True)
class Chapter:
    path: Path
    title: str
    slug: str
    summary: str
    order: int
    updated: date
    illustration: str
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    parts: tuple[Part, ...]
    words: int

    @property
    def minutes(self) -> int:
        """Reading time, at least 1."""
        return max(1, round(self.words / WORDS_A_MINUTE))

    @property
    def drawing(self) -> str:
        return drawing(self.illustration)

    @property
    def contents(self) -> list[Section]:
        starts = [index for index, heading in enumerate(self.headings) if heading.level == 2]
        ends = pairwise([*starts, len(self.headings)])
        return [Section(self.headings[start], self.headings[start + 1 : end]) for start, end in ends]

    def get_absolute_url(self) -> str:
        return reverse("guides:chapter", args=[self.slug])


def drawing(name: str) -> str:
    return f"guides/drawings/{name}.svg"


def read_chapter(path: Path) -> tuple[Chapter | None, list[Problem]]:
    """The chapter, or None where it is too broken to show, and what is wrong with it."""
    text = path.read_text(encoding="utf-8")
    tokens = tokens_of(text)
    fields, problems = _front_matter(path, tokens)
    headings = tuple(_headings(tokens))
    problems += _misplaced(path, tokens, headings)
    try:
        parts = tuple(parts_of(tokens, text))
    except Malformed as error:
        problems.append(Problem("E005", path, error.line, str(error)))
    if problems:
        return None, problems
    words = sum(len(WORD.findall(plain(token))) for token in tokens if token.type == "inline")
    links = tuple(_links(tokens))
    return Chapter(path=path, headings=headings, links=links, parts=parts, words=words, **fields), []


def _front_matter(path: Path, tokens: Sequence[Token]) -> tuple[dict[str, Any], list[Problem]]:
    if not tokens or tokens[0].type != "front_matter":
        return {}, [Problem("E001", path, 1, "there is no front matter between two lines of ---")]
    try:
        fields = yaml.safe_load(tokens[0].content)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return {}, [Problem("E001", path, 2 + (mark.line if mark else 0), "the front matter is no valid YAML")]
    if not isinstance(fields, dict):
        return {}, [Problem("E001", path, 2, "the front matter is no list of fields such as title: …")]
    places = {line.split(":")[0].strip(): 2 + at for at, line in enumerate(tokens[0].content.splitlines())}
    problems = [Problem("E002", path, places.get(name, 1), words) for name, words in _wrong_fields(fields)]
    return fields, problems


def _wrong_fields(fields: dict[Any, Any]) -> Iterable[tuple[str, str]]:
    for name, kind in FIELDS.items():
        if words := _fault(name, kind, fields.get(name)):
            yield name, words
    for name in fields.keys() - FIELDS.keys():
        yield str(name), f"there is no field {name}; there are: {', '.join(FIELDS)}"


def _fault(name: str, kind: type, value: Any) -> str:
    if value is None or value == "":
        return f"the field {name} is missing"
    # A time of day is a date to Python, and true is a number.
    if not isinstance(value, kind) or isinstance(value, bool | datetime):
        return f"{name} is {value!r}, which should be {KINDS[kind]}"
    if name == "slug" and not SLUG.fullmatch(str(value)):
        return f"slug is {value!r}; it may hold a–z, 0–9 and single hyphens"
    if name == "illustration" and not _is_drawn(str(value)):
        return f"illustration is {value!r}, but there is no templates/{drawing(str(value))}"
    return ""


def _is_drawn(name: str) -> bool:
    try:
        get_template(drawing(name))
    except TemplateDoesNotExist:
        return False
    return True


def _headings(tokens: Sequence[Token]) -> Iterable[Heading]:
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            yield Heading(int(token.tag[1]), str(token.attrGet("id") or ""), plain(inline), line_of(token))


def _misplaced(path: Path, tokens: Sequence[Token], headings: Sequence[Heading]) -> Iterable[Problem]:
    before, seen = 1, set[str]()
    for heading in headings:
        if heading.level not in (2, 3):
            yield Problem("E006", path, heading.line, "headings are ## and ###; the title comes from the front matter")
        elif heading.level > before + 1:
            yield Problem("E006", path, heading.line, "a ### stands before the first ##")
        elif heading.words in seen:
            yield Problem("E006", path, heading.line, f"two headings read {heading.words!r}, so they share an anchor")
        seen.add(heading.words)
        before = heading.level


def _links(tokens: Sequence[Token]) -> Iterable[Link]:
    for token in tokens:
        for child in token.children or ():
            target = str(child.attrGet("href") or "") if child.type == "link_open" else ""
            if target.startswith(("#", "/guide/")) and target != "/guide/":
                found = INTERNAL.fullmatch(target)
                slug, anchor = found.group("slug", "anchor") if found else (target, None)
                yield Link(slug or "", anchor or "", line_of(token))
