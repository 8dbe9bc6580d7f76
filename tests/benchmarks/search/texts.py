"""Titles and paragraphs for made-up listings: of real ads where the corpus lies beside the project, else our own."""

from __future__ import annotations

import html
import json
import lzma
import random
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from listings.samples.trades import TRADES

CORPUS = Path(__file__).resolve().parents[3].parent / "shared" / "corpus" / "ads.jsonl.xz"
ADS = 4_000
PARAGRAPH = 250
"""Letters that one has about; a paragraph is a sentence more."""
LONGEST_TITLE = 80
OWN_TITLES, OWN_PARAGRAPHS = 4_000, 8_000
SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[a-z)])(?=[A-Z][a-z])")
LEVELS = ("", "", "", "Senior ", "Senior ", "Junior ", "Lead ", "Staff ", "Head of ")


def read(chance: random.Random, ads: int = ADS) -> tuple[list[str], list[str]]:
    """Titles, and paragraphs as HTML. Half of the titles are of our own trades, as the seekers' words are."""
    titles, paragraphs = _own(chance)
    if not CORPUS.exists():
        return titles, paragraphs
    found: list[str] = []
    texts: list[str] = []
    for ad in _corpus(ads):
        found.append(" ".join(ad["title"].split())[:LONGEST_TITLE])
        texts += _paragraphs(SENTENCE.split(ad["text"]))
    return [*found, *titles[: len(found)]], texts


def _corpus(ads: int) -> Iterator[dict[str, str]]:
    with lzma.open(CORPUS, "rt") as lines:
        for line in islice(lines, ads):
            ad = json.loads(line)
            if ad.get("title") and ad.get("text"):
                yield ad


def _paragraphs(sentences: list[str]) -> Iterator[str]:
    held, size = [], 0
    for sentence in sentences:
        words = sentence.replace("\x00", "").split()
        held += words
        size += sum(map(len, words)) + len(words)
        if size >= PARAGRAPH:
            yield f"<p>{html.escape(' '.join(held)[: 2 * PARAGRAPH], quote=False)}</p>"
            held, size = [], 0


def _own(chance: random.Random) -> tuple[list[str], list[str]]:
    shares = [trade.share for trade in TRADES]
    titles, paragraphs = [], []
    for trade in chance.choices(TRADES, shares, k=OWN_TITLES):
        area = f", {chance.choice(trade.specialities)}" if chance.random() < 0.4 else ""
        titles.append(f"{chance.choice(LEVELS)}{chance.choice(trade.roles)}{area}")
    for trade in chance.choices(TRADES, shares, k=OWN_PARAGRAPHS):
        said = [chance.choice(trade.tasks), chance.choice(trade.requirements), chance.choice(trade.tasks)]
        tools = ", ".join(chance.sample(trade.tools, min(3, len(trade.tools))))
        words = ". ".join([*said, f"We work with {tools} in {chance.choice(trade.specialities)}"])
        paragraphs.append(f"<p>{html.escape(words, quote=False)}.</p>")
    return titles, paragraphs
