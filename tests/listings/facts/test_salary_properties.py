"""The pay of an ad in every notation, in no words at all, and in linear time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from listings.boards import BOARDS
from listings.facts.base import Reading
from listings.facts.salary.reader import read as read_salary
from tests.examples import few
from tests.listings.facts.growth import LIMIT, growth
from tests.listings.facts.test_salary import AD, pay, read
from tests.tables import table

SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "CHF ": "CHF", "CA$": "CAD", "USD ": "USD", "US$": "USD"}
DASHES = st.sampled_from([" - ", "-", "–", " — ", " to "])
WRITTEN: dict[str, Callable[[int], str]] = {
    "comma": lambda n: f"{n:,}",
    "plain": str,
    "cents": lambda n: f"{n:,}.00",
    "point": lambda n: f"{n:,}".replace(",", "."),
    "space": lambda n: f"{n:,}".replace(",", " "),
    "k": lambda n: f"{n // 1000}k",
    "K": lambda n: f"{n // 1000}K",
}
UNITS = st.sampled_from(["/year", " per year", " a year", " annually", " per annum", "/yr", " p.a."])


@given(
    low=st.integers(20, 200),
    more=st.integers(1, 100),
    sign=st.sampled_from(list(SIGNS)),
    style=st.sampled_from(list(WRITTEN)),
    dash=DASHES,
    unit=UNITS,
    second=st.booleans(),
)
def test_a_range_is_read_back_from_every_notation(
    low: int, more: int, sign: str, style: str, dash: str, unit: str, second: bool
) -> None:
    low, high = low * 1000, (low + more) * 1000
    write = WRITTEN[style]
    words = f"{sign}{write(low)}{dash}{sign if second else ''}{write(high)}{unit}"
    due = (low, high, SIGNS[sign], "year", True)
    assert pay(html=f"<p>Salary range: {words}</p>") == due
    assert pay(salary=words) == due


@given(cents=st.integers(500, 30_000), more=st.integers(1, 20_000), dash=DASHES)
def test_hourly_pay_keeps_its_decimals(cents: int, more: int, dash: str) -> None:
    low, high = cents / 100, (cents + more) / 100
    found = pay(html=f"<p>Pay: ${low:.2f}{dash}${high:.2f} per hour</p>")
    assert found == (low, high, "USD", "hour", True)


@given(st.text(alphabet="0123456789.,'’ $€k+-–/yrhaonum\n|", max_size=120))
@example("0k-1")
def test_no_words_break_it(words: str) -> None:
    for fact in (read(html=words), read(salary=words), read(title=words)):
        if fact is not None:
            ends = [end for end in (fact.value["min"], fact.value["max"]) if end is not None]
            assert ends == sorted(ends)
            assert all(end > 0 for end in ends)


@table(
    "piece",
    few(
        [
            "salary: $90,000 - $100,000 a year ",
            "$1,",
            "most of our keepers earn $9 ",
            "7",
            "$1",
            "1 000 ",
            "$90k - ",
            "| $90k ",
            "((($",
            "k/yr 9",
            "\n$5\n",
            "the pay is shown below. ",
            "wage ($1 ",
            "clients pay ",
            "from 5 to 6 eur a ",
            "rs. 1,00,000 ",
            "17 mln huf per two ",
        ],
        2,
    ),
)
def test_time_is_linear_in_the_text(piece: str) -> None:
    def prepare(text: str) -> Reading:
        reading = Reading(replace(AD, title=text, salary=text, html=text), BOARDS["remoteco"])
        assert reading.lower_text
        assert reading.lower_title
        return reading

    assert growth(read_salary, prepare, piece) < LIMIT
