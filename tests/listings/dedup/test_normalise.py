"""Texts and names reduced to comparable forms stay within bounds."""

from __future__ import annotations

import pytest

from listings.dedup.normalise import MAX_FOLDED, company_key, fold

# Each becomes eighteen letters.
GREETING = "\ufdfa"


def test_no_text_grows_beyond_its_bound() -> None:
    assert len(fold(GREETING * 200_000)) <= MAX_FOLDED
    assert len(fold("\u0390" * 200_000)) <= MAX_FOLDED
    assert fold(f"Crew {GREETING}").startswith("crew صلى ")


@pytest.mark.parametrize("name", [GREETING * 200, "🀄" * 200, "𠀀" * 200, "\u0390" * 200])
def test_every_company_key_can_be_indexed(name: str) -> None:
    assert 0 < len(company_key(name).encode()) < 2_700
