"""Pairs of recorded ads, each read by hand: does identity make the same vacancies of them?

`pairs.jsonl` names ads by their board and its id, and holds nothing of their words. All recorded ads are grouped, not
the pairs alone, so that what a third ad brings together counts too.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from listings.boards import BOARDS
from listings.boards.base import Ad, BrokenShape, Request, Response
from listings.dedup.blocking import candidate_pairs
from listings.dedup.clustering import Pair, cluster
from listings.dedup.features import match_features
from listings.dedup.matching import MatchCandidate, compare
from listings.dedup.normalise import fingerprint, fold
from listings.dedup.told_apart import telling, told_apart
from listings.facts.text import plain
from tests.recorded import SHARED, recorded

PAIRS = Path(__file__).parents[1] / "pairs.jsonl"
CORPUS = SHARED / "corpus" / "ads.jsonl.xz"
RECORDED_ON = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
UNDATED = datetime(2026, 8, 28, tzinfo=UTC)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not recorded() or not CORPUS.exists(), reason="the recorded ads are not here"),
]


def compared(number: int, name: str, ad: Ad, text: str, begun: datetime, seen: datetime) -> MatchCandidate:
    board, _, own = name.partition(":")
    # Which of many sites an ad of the corpus came from is not known: each stands for a site of its own.
    site = name if board == "corpus" else board
    words = fold(text)
    return MatchCandidate(
        (site, own), match_features(ad, words), site, begun, seen, fingerprint(ad, words), posting=number
    )


def payloads() -> Iterator[tuple[str, Ad, datetime, datetime]]:
    """Each ad as last recorded, when it began, and when it was last seen."""
    found: dict[str, tuple[Ad, datetime, datetime]] = {}
    for board, path in recorded():
        try:
            page = BOARDS[board].parse(Response(Request(path.name, company=path.stem), path.read_bytes()))
        except BrokenShape:
            continue
        on = recorded_on(path.name)
        for ad in page.ads:
            begun, seen = min(ad.published_at or on, on), max(on, ad.published_at or on)
            if known := found.get(f"{board}:{ad.external_id}"):
                begun, seen = min(begun, known[1]), max(seen, known[2])
            found[f"{board}:{ad.external_id}"] = (ad, begun, seen)
    for name, (ad, begun, seen) in found.items():
        yield name, ad, begun, seen


def recorded_on(name: str) -> datetime:
    """By the file's name; where it names no day, the end of the month."""
    match = RECORDED_ON.match(name)
    return datetime(int(match[1]), int(match[2] or 6), int(match[3] or 28), tzinfo=UTC) if match else UNDATED


def corpus() -> Iterator[tuple[str, Ad, str]]:
    with lzma.open(CORPUS, "rt") as lines:
        for row in map(json.loads, lines):
            if row["title"] and row["company"]:
                ad = Ad(
                    external_id=str(row["n"]),
                    url="-",
                    title=row["title"].strip(),
                    company=row["company"].strip(),
                    location=row["location"],
                )
                yield f"corpus:{row['n']}", ad, row["text"]


@cache
def groups() -> dict[str, int]:
    """Ad → number of its vacancy."""
    ads = [(name, ad, plain(ad.html), begun, seen) for name, ad, begun, seen in payloads()]
    ads += [(name, ad, text, UNDATED, UNDATED) for name, ad, text in corpus()]
    members = [compared(number, *ad) for number, ad in enumerate(ads)]
    pairs = candidate_pairs(members, {member.posting for member in members}, set())
    verdicts = [(one.key, other.key, compare(one, other)) for one, other in pairs]
    same = [Pair(one, other, verdict.score, verdict.weak) for one, other, verdict in verdicts if verdict.same]
    against = [frozenset((one, other)) for one, other, verdict in verdicts if verdict.against]
    by_key = {member.key: member for member in members}
    tellings = {
        (one, other): tells
        for one, other, verdict in verdicts
        if (tells := telling(by_key[one], by_key[other], verdict))
    }
    apart = told_apart(tellings, [(pair.first, pair.second) for pair in same], {key: key[0] for key in by_key})
    made = cluster(by_key, same, [frozenset(pair) for pair in apart], against)
    name_of = {member.key: ads[member.posting][0] for member in members}
    return {name_of[key]: number for number, group in enumerate(made) for key in group}


def labelled() -> list[dict[str, str]]:
    return [json.loads(line) for line in PAIRS.read_text().splitlines()]


def test_the_pairs_are_many_and_hard() -> None:
    verdicts = [pair["verdict"] for pair in labelled()]
    assert len(verdicts) >= 300
    assert verdicts.count("different") >= len(verdicts) / 2
    assert len({(pair["one"], pair["other"]) for pair in labelled()}) == len(verdicts)


def test_each_ad_of_a_pair_is_recorded() -> None:
    assert {name for pair in labelled() for name in (pair["one"], pair["other"])} <= groups().keys()


def test_identity_agrees_with_the_pairs_read_by_hand(capsys: pytest.CaptureFixture[str]) -> None:
    group = groups()
    merged = [(group[pair["one"]] == group[pair["other"]], pair["verdict"] == "same", pair) for pair in labelled()]
    right = sum(1 for ours, theirs, _ in merged if ours and theirs)
    precision = right / sum(1 for ours, _, _ in merged if ours)
    recall = right / sum(1 for _, theirs, _ in merged if theirs)
    told = [f"{len(merged)} pairs: precision {precision:.3f}, recall {recall:.3f}"]
    for ours, theirs, pair in merged:
        if ours != theirs:
            told.append(f"{'merged' if ours else 'not merged'}: {pair['one']} {pair['other']} ({pair['reason']})")
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(told) + "\n")
    assert precision >= 0.99
    assert recall >= 0.95
