"""Pieces that listings are put together from, already written as COPY wants them."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from listings.boards.base import Ad
from listings.search.index import residence_terms
from tests.benchmarks.search import facts, texts

STATEMENTS = 20_000
NAMES = ("North", "Blue", "Quiet", "Salt", "Amber", "Open", "Far", "Second", "Paper", "Iron", "Green", "Low", "Clear")
KINDS = ("Harbour", "Field", "Signal", "Ledger", "Mill", "Orchard", "Compass", "Bridge", "Lantern", "Works", "Labs")


@dataclass(frozen=True, slots=True)
class Stated:
    """The columns that repeat a fact, and the facts themselves."""

    workplace: str
    category: str
    employment: str
    facts: str


@dataclass(frozen=True, slots=True)
class Material:
    titles: Sequence[tuple[str, str]]
    """Each as it is, and as it stands in JSON."""
    paragraphs: Sequence[str]
    stated: Sequence[Stated]
    residences: int
    """Distinct ones."""
    ad: str
    """Of a posting, with places for what differs: each a control sign with its name."""


def gather(seed: int, statements: int, ads: int) -> Material:
    chance = random.Random(seed)
    titles, paragraphs = texts.read(chance, ads)
    drawing = facts.Facts(chance)
    drawn = [drawing.draw() for _ in range(statements)]
    return Material(
        [(escaped(title), escaped(json.dumps(title, ensure_ascii=False)[1:-1])) for title in titles],
        [escaped(words) for words in paragraphs],
        [_stated(one) for one in drawn],
        len({residence_terms.term([one["residence"]]) for one in drawn}),
        escaped(_ad()),
    )


def company_name(number: int) -> str:
    place = number % (len(NAMES) * len(KINDS))
    word = f"{NAMES[place % len(NAMES)]} {KINDS[place // len(NAMES)]}"
    return f"{word} {number}" if number != place else word


def escaped(words: str) -> str:
    """As text of COPY."""
    return words.replace("\\", "\\\\").replace("\t", " ").replace("\n", " ").replace("\r", " ")


def _stated(one: dict[str, Any]) -> Stated:
    return Stated(
        one["workplace"] or "",
        one["category"] or "",
        "{" + ",".join(one["employment"]) + "}",
        escaped(json.dumps(one, ensure_ascii=False)),
    )


def _ad() -> str:
    ad = Ad(
        external_id="\x01id", url="https://jobs.example/\x01id", title="\x01title", company="\x01company",
        location="Anywhere", tags=("remote",),
    )  # fmt: skip
    return json.dumps(ad.as_json()).replace("\\u0001", "\x01")
