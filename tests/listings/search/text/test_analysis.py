"""Text as terms: number and spelling are levelled, trades stay apart."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from listings.search.text import analysis
from listings.search.text.analysis import COMPOUNDS_FILE, MAX_WORD_LENGTH, located_terms, terms, word_forms
from listings.vocabulary.industries import INDUSTRIES
from listings.vocabulary.role_words import ROLE_WORDS, TITLE_ROLES
from tests.tables import table


@table(
    ("left", "right"),
    [
        ("developers", "Developer"),
        ("agencies", "agency"),
        ("classes", "class"),
        ("databases", "database"),
        ("caches", "cache"),
        ("nurses", "nurse"),
        ("movies", "movie"),
        ("APIs", "API"),
        ("organisations", "organization"),
        ("optimising", "optimizing"),
        ("analyse", "analyze"),
        ("behavioural", "behavioral"),
        ("centres", "center"),
        ("modelling", "modeling"),
        ("counsellor", "counselor"),
        ("catalogue", "catalog"),
        ("programmes", "program"),
        ("licence", "license"),
        ("paediatric", "pediatric"),
        ("fulfilment", "fulfillment"),
        ("Front-End", "frontend"),
        ("back end developers", "Backend Developer"),
        ("e-commerce", "ecommerce"),
        ("Café", "CAFE"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
    ],
)
def test_number_and_spelling_make_no_difference(left: str, right: str) -> None:
    assert terms(left) == terms(right) != []


@table(
    ("left", "right"),
    [
        ("accountant", "account"),
        ("accountant", "accounting"),
        ("designer", "design"),
        ("designer", "designed"),
        ("recruiter", "recruit"),
        ("developer", "development"),
        ("manager", "management"),
        ("analyst", "analysis"),
        ("Rails", "rail"),
        ("Windows", "window"),
        ("news", "new"),
        ("SaaS", "SAS"),
        ("C", "C++"),
        ("C#", "C"),
        (".NET", "net"),
        ("US", "use"),
        ("filling", "filing"),
        ("hour", "hor"),
    ],
)
def test_other_words_stay_apart(left: str, right: str) -> None:
    assert terms(left) != terms(right)


def test_words_keep_their_order_and_signs() -> None:
    assert terms("Node.js & .NET: C++ (C#), Vue.js!") == ["node.js", ".net", "c++", "c#", "vue.js"]
    assert word_forms("Designers at Ærø’s") == ["designers", "at", "aero", "s"]
    assert terms("x" * (MAX_WORD_LENGTH + 1) + " y") == ["y"]


@given(st.text(max_size=80))
def test_any_text_becomes_words_without_spaces(text: str) -> None:
    for word in (*terms(text), *word_forms(text)):
        assert word
        assert not any(character.isspace() for character in word)


@given(st.text(alphabet="abeinorstuyzl", min_size=1, max_size=14))
def test_a_term_is_its_own_term(word: str) -> None:
    (term,) = terms(word)
    # "buses" → "bus", which has no plural's ending any more; twice at most.
    (again,) = terms(term)
    assert terms(again) == [again]


def test_vocabulary_is_written_in_terms() -> None:
    assert [word for word in sorted(ROLE_WORDS.keys() | TITLE_ROLES) if len(terms(word)) != 1] == []
    pairs = [line for line in COMPOUNDS_FILE.read_text().splitlines() if line and not line.startswith("#")]
    assert len(pairs) == len(set(pairs))
    assert pairs == sorted(pairs)
    assert [pair for pair in pairs if len(terms(pair)) != 1] == []
    assert [name for name in INDUSTRIES if len(terms(name)) != 1] == []


COMPOUND_WORDS = st.sampled_from(["front", "end", "Full-Stack", "back", "e", "commerce", "Élan", "C++", "x" * 70])


@given(st.one_of(st.text(), st.lists(COMPOUND_WORDS).map(" ".join)))
def test_terms_are_the_same_with_their_places(text: str) -> None:
    located = located_terms(text)
    assert [term for term, _, _ in located] == terms(text)
    assert all(terms(text[start:end]) == [term] for term, start, end in located)


@table("read", [terms, word_forms, located_terms])
def test_no_cache_keeps_what_is_too_long_for_a_word(read: Callable[[str], object]) -> None:
    before = analysis._kept_term.cache_info().misses
    assert read("b" * 61 + " " + "é" * 200_000) == []
    read("c" * 21)
    assert analysis._kept_term.cache_info().misses == before
    assert max(map(len, [*analysis.TERMS, *analysis.FORMS]), default=0) <= analysis.MAX_KEPT_LENGTH


def test_the_cache_of_pieces_is_emptied_when_it_is_full() -> None:
    pieces = analysis.PieceCache(str.upper, size=3)
    assert pieces.of_text("a-b c, d e") == ["A", "B", "C", "D", "E"]
    assert dict(pieces) == {"e": ("E",)}
