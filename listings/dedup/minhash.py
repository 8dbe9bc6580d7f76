"""Estimates how similar two texts are from 256 bytes each: one-permutation MinHash over three-word shingles."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

BINS = 256
SHINGLE_WORDS = 3
EMPTY_BIN = 0
COARSE_BINS = 32
# Minimum hashes per band. With six, texts with nine tenths of their shingles in common nearly always share a band.
BAND_ROWS = 6
MIN_SHINGLES = 20
MAX_TEXT_LENGTH = 60_000


@dataclass(frozen=True, slots=True)
class Signature:
    """`bins`: one byte of the minimum hash of each of 256 bins, 0 for an empty bin. `size`: distinct shingles.

    `bands`: signed 64-bit block keys, of which similar texts share at least one; empty for a short text.
    """

    bins: bytes
    size: int
    bands: tuple[int, ...]


def signature(text: str) -> Signature:
    """The signature of a folded text, in linear time. Only the first 60,000 characters count."""
    data = text[:MAX_TEXT_LENGTH].encode()
    hashes = sorted(set(map(crc32, _shingles(data))), reverse=True)
    if not hashes:
        return Signature(bytes(BINS), 0, ())
    # Descending, so that the last hash to be written into a bin is its minimum.
    minimum = {digest & 0xFF: digest for digest in hashes}
    bins = bytearray(BINS)
    for number, digest in minimum.items():
        # Never EMPTY_BIN, which two texts may share without having anything in common.
        bins[number] = 1 + (digest >> 8) % 255
    return Signature(bytes(bins), len(hashes), _bands(hashes) if len(hashes) >= MIN_SHINGLES else ())


def _shingles(data: bytes) -> list[bytes]:
    """Every run of three words; a shorter text is one shingle. Expects single spaces between words."""
    if not data:
        return []
    tokens = data.split(b" ")
    if len(tokens) <= SHINGLE_WORDS:
        return [data]
    return list(map(b" ".join, zip(*(tokens[start:] for start in range(SHINGLE_WORDS)), strict=False)))


def _bands(hashes: list[int]) -> tuple[int, ...]:
    """`hashes`: in descending order."""
    # The smallest hold the minimum of every bin in 99 of 100 texts.
    minimum = {digest & (COARSE_BINS - 1): digest for digest in hashes[-8 * COARSE_BINS :]}
    if len(minimum) < COARSE_BINS:
        minimum = {digest & (COARSE_BINS - 1): digest for digest in hashes}
    bands = []
    for first in range(0, COARSE_BINS - BAND_ROWS + 1, BAND_ROWS):
        rows = [minimum.get(number) for number in range(first, first + BAND_ROWS)]
        # An empty bin says nothing about a text; as part of a key it would bring all short texts together.
        if None not in rows:
            bands.append(block_key(f"{first} {rows}"))
    return tuple(bands)


def block_key(content: str) -> int:
    """64 bits with a sign, as PostgreSQL's bigint holds them."""
    # Not hash(): Python salts it, and these keys are stored.
    return int.from_bytes(blake2b(content.encode(), digest_size=8).digest(), signed=True)


def text_similarity(first: bytes, second: bytes) -> float:
    """Estimated share of distinct shingles that two texts have in common (Jaccard), 0 to 1, give or take 0.03."""
    if first == second:
        return 1.0 if any(first) else 0.0
    # As two long integers: bytes that are equal become 0, in a hundredth of a loop's time.
    left, right = int.from_bytes(first), int.from_bytes(second)
    equal = (left ^ right).to_bytes(BINS).count(0)
    both_empty = (left | right).to_bytes(BINS).count(EMPTY_BIN)
    return (equal - both_empty) / (BINS - both_empty)


def containment(similarity: float, size: int, other_size: int) -> float:
    """The share of the shorter text's shingles that the longer text has as well, 0 to 1."""
    shared = similarity / (1 + similarity) * (size + other_size)
    shorter = max(1, min(size, other_size))
    return min(1.0, shared / shorter)
