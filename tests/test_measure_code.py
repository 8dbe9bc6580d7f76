from __future__ import annotations

import pytest

from tests.measure_code import Measure, comment_lines, measures


@pytest.mark.parametrize("measure", measures(), ids=lambda measure: measure.name)
def test_the_code_is_within_its_bounds(measure: Measure) -> None:
    assert measure.is_good, str(measure)


def test_pragmas_and_strings_are_not_comments() -> None:
    source = (
        'a = "# no"\n# why\nb = 1  # noqa: F401\nc = 2  # reason\nd = 3  # type: ignore[arg-type]\n"""\n# doc\n"""\n'
    )
    assert comment_lines(source) == {2, 4}
