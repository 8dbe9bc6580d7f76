"""One chapter: its front matter, headings, links and parts, and everything that can be wrong with them."""

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

from guides.markup import MarkupError, Part, line_of, parts_of, plain_text, tokens_of

FIELDS: dict[str, type] = {
    "title": str,
    "slug": str,
    "summary": str,
    "order": int,
    "updated": date,
    "illustration": str,
}
EXPECTED = {str: "text", int: "a number", date: "a date such as 2026-11-23"}
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
INTERNAL_LINK = re.compile(r"(?:/guide/(?P<slug>[^/#]+)/)?(?:#(?P<anchor>.+))?")
# "don't", "9:30" and "e-mail" are one word each.
WORD = re.compile(r"[^\W_]+(?:['’.,:/@-][^\W_]+)*")
WORDS_PER_MINUTE = 220


@dataclass(frozen=True, slots=True)
class Problem:
    """`id` is the end of the system check's id, such as E002; `line` counts from 1."""

    id: str
    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path.name}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    anchor: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Section:
    """A line of the table of contents, with the lines below it."""

    heading: Heading
    subheadings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link within the guide. An empty slug means the same chapter, an empty anchor its top."""

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
    word_count: int

    @property
    def minutes(self) -> int:
        """Reading time, at least 1."""
        return max(1, round(self.word_count / WORDS_PER_MINUTE))

    @property
    def drawing(self) -> str:
        return drawing_template(self.illustration)

    @property
    def contents(self) -> list[Section]:
        starts = [index for index, heading in enumerate(self.headings) if heading.level == 2]
        ends = pairwise([*starts, len(self.headings)])
        return [Section(self.headings[start], self.headings[start + 1 : end]) for start, end in ends]

    def get_absolute_url(self) -> str:
        return reverse("guides:chapter", args=[self.slug])


def drawing_template(name: str) -> str:
    return f"guides/drawings/{name}.svg"


def read_chapter(path: Path) -> tuple[Chapter | None, list[Problem]]:
    """The chapter and no problems, or None and everything that is wrong with it."""
    text = path.read_text(encoding="utf-8")
    tokens = tokens_of(text)
    fields, problems = _front_matter(path, tokens)
    headings = tuple(_headings(tokens))
    problems += _heading_problems(path, headings)
    try:
        parts = tuple(parts_of(tokens, text))
    except MarkupError as error:
        problems.append(Problem("E005", path, error.line, str(error)))
    if problems:
        return None, problems
    word_count = sum(len(WORD.findall(plain_text(token))) for token in tokens if token.type == "inline")
    links = tuple(_links(tokens))
    return Chapter(path=path, headings=headings, links=links, parts=parts, word_count=word_count, **fields), []


def _front_matter(path: Path, tokens: Sequence[Token]) -> tuple[dict[str, Any], list[Problem]]:
    if not tokens or tokens[0].type != "front_matter":
        return {}, [Problem("E001", path, 1, "the front matter between two lines of --- is missing")]
    try:
        fields = yaml.safe_load(tokens[0].content)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        # YAML counts lines from 0, and the opening --- comes before its first.
        return {}, [Problem("E001", path, 2 + (mark.line if mark else 0), "the front matter is not valid YAML")]
    if not isinstance(fields, dict):
        return {}, [Problem("E001", path, 2, "the front matter is not a list of fields such as title: …")]
    lines = {line.split(":")[0].strip(): 2 + index for index, line in enumerate(tokens[0].content.splitlines())}
    # A missing field has no line of its own.
    problems = [Problem("E002", path, lines.get(name, 1), message) for name, message in _field_problems(fields)]
    return fields, problems


def _field_problems(fields: dict[Any, Any]) -> Iterable[tuple[str, str]]:
    for name, expected_type in FIELDS.items():
        if message := _field_problem(name, expected_type, fields.get(name)):
            yield name, message
    for name in fields.keys() - FIELDS.keys():
        yield str(name), f"unknown field {name}; the fields are: {', '.join(FIELDS)}"


def _field_problem(name: str, expected_type: type, value: Any) -> str:
    if value is None or value == "":
        return f"the field {name} is missing"
    # To Python, a datetime is also a date, and true is also a number.
    if not isinstance(value, expected_type) or isinstance(value, bool | datetime):
        return f"{name} is {value!r}, but should be {EXPECTED[expected_type]}"
    if name == "slug" and not SLUG.fullmatch(str(value)):
        return f"slug is {value!r}; allowed are a–z, 0–9 and single hyphens"
    if name == "illustration" and not _drawing_exists(str(value)):
        return f"illustration is {value!r}, but templates/{drawing_template(str(value))} does not exist"
    return ""


def _drawing_exists(name: str) -> bool:
    try:
        get_template(drawing_template(name))
    except TemplateDoesNotExist:
        return False
    return True


def _headings(tokens: Sequence[Token]) -> Iterable[Heading]:
    # The text of a heading is always the token after its opening.
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            yield Heading(int(token.tag[1]), str(token.attrGet("id") or ""), plain_text(inline), line_of(token))


def _heading_problems(path: Path, headings: Sequence[Heading]) -> Iterable[Problem]:
    previous_level, texts = 1, set[str]()
    for heading in headings:
        if heading.level not in (2, 3):
            yield Problem("E006", path, heading.line, "headings are ## and ###; the title comes from the front matter")
        elif heading.level > previous_level + 1:
            yield Problem("E006", path, heading.line, "a ### comes before the first ##")
        elif heading.text in texts:
            yield Problem("E006", path, heading.line, f"two headings read {heading.text!r}, so they share an anchor")
        texts.add(heading.text)
        previous_level = heading.level


def _links(tokens: Sequence[Token]) -> Iterable[Link]:
    for token in tokens:
        for child in token.children or ():
            target = str(child.attrGet("href") or "") if child.type == "link_open" else ""
            # The overview always exists. Links to the listings are not ours to check.
            if target.startswith(("#", "/guide/")) and target != "/guide/":
                match = INTERNAL_LINK.fullmatch(target)
                # A malformed target becomes a slug that cannot exist, so it is reported like any dead link.
                slug, anchor = match.group("slug", "anchor") if match else (target, None)
                yield Link(slug or "", anchor or "", line_of(token))
