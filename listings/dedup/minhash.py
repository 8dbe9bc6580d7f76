"""How alike two texts are, from 256 bytes each: MinHash by one permutation over runs of three words."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate
from zlib import crc32

BINS = 256
RUN = 3
EMPTY = 0
COARSE = 32
BAND = 6
"""Least hashes in a key: texts that share nine tenths of their runs meet in one of five keys nearly always."""
FEWEST = 20
"""Of fewer distinct runs than this a text says too little to be compared."""
LONGEST = 60_000


@dataclass(frozen=True, slots=True)
class Signature:
    """`bins`: of each of 256 classes of hashes the least one, one byte of it. `size`: distinct runs of words.

    `bands`: numbers of 64 bits, made of least hashes; alike texts have one in common.
    """

    bins: bytes
    size: int
    bands: tuple[int, ...]


def signature(text: str) -> Signature:
    """Of folded text. Linear; what lies beyond 60,000 characters is not looked at."""
    data = text[:LONGEST].encode()
    hashes = sorted(set(map(crc32, _runs(data))), reverse=True)
    if not hashes:
        return Signature(bytes(BINS), 0, ())
    # The last to be written into a class is its least. Classes by the lowest bits, order by the others.
    least = {one & 0xFF: one for one in hashes}
    bins = bytearray(BINS)
    for number, one in least.items():
        bins[number] = 1 + (one >> 8) % 255
    return Signature(bytes(bins), len(hashes), _bands(hashes) if len(hashes) >= FEWEST else ())


def _runs(data: bytes) -> list[bytes]:
    """Of single spaces between words: each run of three words as it stands; a shorter text is one run."""
    if not data:
        return []
    words = data.split(b" ")
    if len(words) <= RUN:
        return [data]
    ends = list(accumulate(len(word) + 1 for word in words))
    return [data[start : end - 1] for start, end in zip([0, *ends], ends[RUN - 1 :], strict=False)]


def _bands(hashes: list[int]) -> tuple[int, ...]:
    coarse = {one & (COARSE - 1): one for one in hashes}
    bands = []
    for first in range(0, COARSE - BAND + 1, BAND):
        rows = [coarse.get(number) for number in range(first, first + BAND)]
        # A class without a hash would make short texts alike.
        if None not in rows:
            bands.append(number_of(f"{first} {rows}"))
    return tuple(bands)


def number_of(words: str) -> int:
    """64 bits with a sign, as PostgreSQL's bigint holds them; the same in every process."""
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), signed=True)


def text_similarity(one: bytes, other: bytes) -> float:
    """The share of distinct runs that two texts have in common (Jaccard), give or take 0.03."""
    if one == other:
        return 1.0 if any(one) else 0.0
    both_empty = 0
    if EMPTY in one and EMPTY in other:
        both_empty = sum(1 for pair in zip(one, other, strict=True) if pair == (EMPTY, EMPTY))
    equal = sum(mine == yours for mine, yours in zip(one, other, strict=True))
    return (equal - both_empty) / (BINS - both_empty)


def held(likeness: float, size: int, other_size: int) -> float:
    """The share of the shorter text's runs that the longer one has too."""
    shared = likeness / (1 + likeness) * (size + other_size)
    shorter = max(1, min(size, other_size))
    return min(1.0, shared / shorter)
