from __future__ import annotations

from tests.measure_code import comment_lines, measures


def test_the_code_is_within_its_bounds() -> None:
    # Measured here, not to make a test of each: every process that collects the tests would measure.
    assert [str(measure) for measure in measures() if not measure.is_good] == []


def test_pragmas_and_strings_are_not_comments() -> None:
    source = (
        'a = "# no"\n# why\nb = 1  # noqa: F401\nc = 2  # reason\nd = 3  # type: ignore[arg-type]\n"""\n# doc\n"""\n'
    )
    assert comment_lines(source) == {2, 4}
