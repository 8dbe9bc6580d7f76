"""The sentence of an ad that shows why a search found it."""

from __future__ import annotations

import pytest

from listings.web.excerpts import MAX_SIDE, Excerpt, excerpt

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


def test_a_long_sentence_is_cut_on_both_sides() -> None:
    sentence = excerpt(f"{'very ' * 100}large tides {'roll ' * 100}", "tide")
    assert sentence is not None
    assert sentence.match == "tides"
    assert sentence.before.startswith("…very")
    assert sentence.after.endswith("roll…")
    assert max(len(sentence.before), len(sentence.after)) <= MAX_SIDE + 1
