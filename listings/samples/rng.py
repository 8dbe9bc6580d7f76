"""Repeatable random numbers without global state: a few integers are the seed, and the sequence never changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
MASK = 2**64 - 1


def mix(*key: int) -> int:
    """64 well-spread bits for the numbers of `key`: splitmix64's finaliser after each."""
    bits = 0x9E3779B97F4A7C15
    for number in key:
        bits = (bits ^ (number & MASK)) + 0x9E3779B97F4A7C15 & MASK
        bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9 & MASK
        bits = (bits ^ bits >> 27) * 0x94D049BB133111EB & MASK
        bits ^= bits >> 31
    return bits


class Rng:
    """A linear congruential generator. Creating a random.Random costs several times as much, a million times over."""

    __slots__ = ("bits",)

    def __init__(self, *key: int) -> None:
        self.bits = mix(*key)

    def randrange(self, stop: int) -> int:
        """From 0 to `stop` - 1; `stop` is at most 2**31."""
        self.bits = self.bits * 6364136223846793005 + 1442695040888963407 & MASK
        # The low bits of such a generator repeat after a few steps; only the high ones are random.
        return (self.bits >> 33) * stop >> 31

    def one_in(self, chances: int) -> bool:
        return self.randrange(chances) == 0

    def choice(self, population: Sequence[T]) -> T:
        return population[self.randrange(len(population))]

    def sample(self, population: Sequence[T], count: int) -> list[T]:
        """`count` different elements in random order, or all of them where there are fewer."""
        remaining = list(population)
        return [remaining.pop(self.randrange(len(remaining))) for _ in range(min(count, len(remaining)))]
