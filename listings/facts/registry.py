"""The facts, registered once: whatever lists facts anywhere in the project derives from FACTS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from listings.facts.base import Fact, Reading

Reader = Callable[[Reading], Fact | None]


@cache
def reader_in(folder: str) -> Reader:
    reader: Reader = import_module(f"listings.facts.{folder}.reader").read
    return reader


@dataclass(frozen=True, slots=True)
class FactSpec:
    """A fact's name in JSON and in labels, and the folder of its reader; without one, the folder has its name.

    `is_list`: an ad may state several values, so the fact is a list and "not stated" is the empty list, not None.
    `has_words`: the folder also reads what ads say of it in words that state no value. `words_beside`: these count
    beside a stated value too, which they qualify.
    """

    name: str
    folder: str = ""
    is_list: bool = False
    has_words: bool = False
    words_beside: bool = False

    @property
    def reader(self) -> Reader:
        """Returns None where the ad does not state the fact."""
        # Loaded when needed: the patterns of all readers take a second, and most processes of a site read no ads.
        return reader_in(self.folder or self.name)

    @property
    def words_reader(self) -> Reader | None:
        """Returns the words in a fact without a value; None where there are none."""
        if not self.has_words:
            return None
        reader: Reader = import_module(f"listings.facts.{self.folder or self.name}.in_words").read
        return reader

    @property
    def empty(self) -> Any:
        # A new list each time: callers put it into an ad's facts, and two ads must not share one.
        return [] if self.is_list else None


FACTS: Mapping[str, FactSpec] = {
    spec.name: spec
    for spec in (
        FactSpec("workplace"),
        FactSpec("residence"),
        FactSpec("hours", has_words=True),
        FactSpec("salary", has_words=True),
        FactSpec("employment", is_list=True, has_words=True, words_beside=True),
        FactSpec("seniority", is_list=True, has_words=True),
        FactSpec("category"),
        FactSpec("skills", is_list=True),
        FactSpec("sponsorship"),
        FactSpec("experience_years", folder="experience", has_words=True),
    )
}


@cache
def left_out_reader() -> Reader:
    """Of the places that an ad rules out: no fact of its own, and only asked for where it states no residence."""
    reader: Reader = import_module("listings.facts.residence.reader").read_left_out
    return reader


@cache
def legal_status_reader() -> Callable[[Reading], str | None]:
    """Of citizenship or a clearance that an ad asks for: words, and no fact of its own."""
    reader: Callable[[Reading], str | None] = import_module("listings.facts.residence.legal_status").read_legal_status
    return reader


@cache
def near_zone_reader() -> Callable[[Reading], dict[str, Any] | None]:
    """Of the zone that the person lives near: no fact of its own, and only asked for where hours are told in words."""
    reader: Callable[[Reading], dict[str, Any] | None] = import_module("listings.facts.hours.near_zone").read_near_zone
    return reader


@cache
def hybrid_reader() -> Callable[[Reading], bool]:
    """Of hybrid work beside remote work: no fact of its own, and only asked for where an ad offers that."""
    reader: Callable[[Reading], bool] = import_module("listings.facts.workplace.reader").offers_hybrid
    return reader


@cache
def apply_by_reader() -> Callable[[Reading, Mapping[str, Any] | None], Fact | None]:
    """Of the day until which people may apply: no fact of FACTS, as no label has it. Takes the residence besides."""
    reader: Callable[[Reading, Mapping[str, Any] | None], Fact | None]
    reader = import_module("listings.facts.apply_by.reader").read
    return reader


def load_readers() -> None:
    for spec in FACTS.values():
        reader_in(spec.folder or spec.name)
    apply_by_reader()
