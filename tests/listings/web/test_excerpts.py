"""The sentence of an ad that shows why a search found it."""

from __future__ import annotations

import pytest

from listings.search.results.explain import IN_AD, Reason
from listings.web import excerpts as limits
from listings.web.excerpts import MAX_SIDE, Excerpt, excerpt, excerpts
from tests.cpu_time import assert_growth
from tests.listings.making import listing_with

AD = "We make tides.\n- You design front-end tools. You like Élan and C++!\nApply by mail."


@pytest.mark.parametrize(
    ("match", "sentence"),
    [
        ("design", Excerpt("You ", "design", " front-end tools.")),
        ("tool", Excerpt("You design front-end ", "tools", ".")),
        ("frontend", Excerpt("You design ", "front-end", " tools.")),
        ("elan", Excerpt("You like ", "Élan", " and C++!")),
        ("c++", Excerpt("You like Élan and ", "C++", "!")),
        ("apply by", Excerpt("", "Apply by", " mail.")),
        ("designer", None),
        ("?", None),
    ],
)
def test_the_sentence_around_a_word(match: str, sentence: Excerpt | None) -> None:
    assert excerpt(AD, match) == sentence


@pytest.mark.parametrize("short", ["e.g.", "i.e.", "vs.", "E.g.", "U.S."])
def test_an_abbreviation_ends_no_sentence(short: str) -> None:
    text = f"We make tides. Customer support ({short} by mail). Apply."
    assert excerpt(text, "customer support") == Excerpt("", "Customer support", f" ({short} by mail).")


def test_a_long_sentence_is_cut_on_both_sides() -> None:
    sentence = excerpt(f"{'very ' * 100}large tides {'roll ' * 100}", "tide")
    assert sentence is not None
    assert sentence.match == "tides"
    assert sentence.before.startswith("…very")
    assert sentence.after.endswith("roll…")
    assert max(len(sentence.before), len(sentence.after)) <= MAX_SIDE + 1


def test_a_phrase_that_begins_everywhere_costs_no_more_than_a_word() -> None:
    text = "zz " * 5_000 + "zebra"

    def find(words: int) -> None:
        assert excerpt(text, "zz " * words + "zebra") is not None

    assert_growth(find, 10, below=2)


@pytest.mark.django_db
def test_a_page_reads_a_bounded_length_of_ads(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = "zz " * 20_000
    listings = [listing_with(f"Keeper {number}", html=f"<p>A zebra. {endless}</p>") for number in range(4)]
    late = listing_with("Late", html=f"<p>{endless} A zebra.</p>")
    reasons = [Reason("zebra", "zebra", (IN_AD,))]
    monkeypatch.setattr(limits, "MAX_TEXT_OF_PAGE", 50_000)
    assert list(excerpts({listing.pk: reasons for listing in listings})) == [listing.pk for listing in listings[:3]]
    assert excerpts({late.pk: reasons}) == {}
