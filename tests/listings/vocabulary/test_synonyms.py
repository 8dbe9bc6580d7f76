"""Synonyms for search: the data, and the phrases of a query that have some."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listings.vocabulary.synonyms import BadSynonyms, expansions, groups, merge, one_way
from tests.tables import table


def test_there_are_many_and_they_do_not_contradict_one_another() -> None:
    assert len(groups()) + len(one_way()) >= 400
    assert len(groups()) >= 300
    assert merge(groups(), one_way())


@table(
    ("typed", "also"),
    [
        ("sre", "site reliability engineer"),
        ("Site Reliability Engineer", "sre"),
        ("k8s", "kubernetes"),
        ("front-end", "frontend"),
        ("Front End", "frontend"),
        ("fe", "frontend"),
        ("js", "javascript"),
        ("ml", "machine learning"),
        ("qa", "quality assurance"),
        ("csm", "customer success manager"),
        ("c#", "csharp"),
        ("csharp", "c#"),
        ("node.js", "nodejs"),
        ("pm", "product manager"),
        ("pm", "project manager"),
    ],
)
def test_what_is_typed_has_other_names(typed: str, also: str) -> None:
    (found,) = expansions(typed.split())
    assert (found.start, found.end) == (0, len(typed.split()))
    assert also in found.alternatives


@table("typed", ["go", "product manager", "developer", "be", ""])
def test_what_only_leads_one_way_is_not_led_back(typed: str) -> None:
    assert not any({"pm", "dev", "backend"} & set(one.alternatives) for one in expansions(typed.split()))


@table(
    ("full", "short"),
    [
        ("business analyst", "ba"),
        ("managing director", "md"),
        ("react native", "rn"),
        ("public relations", "pr"),
        ("terraform", "tf"),
        ("virtual assistant", "va"),
        ("certified public accountant", "cpa"),
        ("chief product officer", "cpo"),
        ("project management professional", "pmp"),
        ("programmable logic controller", "plc"),
        ("digital signal processing", "dsp"),
        ("speech therapist", "slp"),
        ("geographic information system", "gis"),
        ("identity and access management", "iam"),
        ("ruby on rails", "rails"),
        ("node.js", "node"),
        ("startup", "start up"),
        ("online", "on line"),
        ("human resources", "hr"),
        ("typescript", "ts"),
        ("google cloud", "gcp"),
        ("content management system", "cms"),
        ("mergers and acquisitions", "m&a"),
        ("learning and development", "l&d"),
        ("business intelligence", "bi"),
        ("customer success manager", "csm"),
        ("voiceover", "voice over"),
    ],
)
def test_a_short_form_with_other_meanings_is_not_reached_from_the_full_name(full: str, short: str) -> None:
    assert any(full in one.alternatives for one in expansions(short.split()))
    assert not any(short in one.alternatives for one in expansions(full.split()))


@table(
    ("one", "other"),
    [
        ("office manager", "office administrator"),
        ("content writer", "content creator"),
        ("finops", "financial operations"),
    ],
)
def test_different_jobs_are_not_one(one: str, other: str) -> None:
    assert not any(other in found.alternatives for found in expansions(one.split()))
    assert not any(one in found.alternatives for found in expansions(other.split()))


def test_the_longest_run_is_meant() -> None:
    found = expansions(["senior", "site", "reliability", "engineer", "k8s"])
    assert [(one.start, one.end) for one in found] == [(0, 1), (1, 4), (4, 5)]


@table(
    ("equal", "ways"),
    [
        ([("sre",)], {}),
        ([("SRE", "site reliability")], {}),
        ([("a b", "c"), ("a-b", "d")], {}),
        ([("a", "b")], {"a": ["b"]}),
        ([], {"a": []}),
        ([], {"A": ["b"]}),
        ([], {"a": ["B"]}),
        ([], {"a": [" "]}),
    ],
)
def test_data_that_contradicts_itself_is_refused(equal: list[Sequence[str]], ways: Mapping[str, Sequence[str]]) -> None:
    with pytest.raises(BadSynonyms):
        merge(equal, ways)


@given(st.lists(st.text(max_size=12), max_size=200))
def test_any_words_are_read(words: list[str]) -> None:
    found = expansions(words)
    assert all(0 <= one.start < one.end <= len(words) for one in found)
    assert all(one.end <= later.start for one, later in pairwise(found))
