"""Dates as sites write them: what can be read is read, anything else is no date."""

from __future__ import annotations

from typing import Any

from listings.boards.formats.dates import NO_DATE, moment
from tests.cpu_time import assert_growth
from tests.tables import table


@table(
    ("written", "in_utc"),
    [
        ("2026-11-03T09:00:00Z", "2026-11-03T09:00"),
        ("2026-11-03T09:00:00.1234567Z", "2026-11-03T09:00:00.123456"),
        ("2026-11-03T09:00:00-05:00", "2026-11-03T14:00"),
        ("2026-11-03 09:00:00 UTC", "2026-11-03T09:00"),
        ("2026-11-03T09:00:00Z[UTC]", "2026-11-03T09:00"),
        ("2026-11-03 13:55:44.364 +0200 CEST", "2026-11-03T11:55:44"),
        ("2026-11-03T24:00:00Z", "2026-11-04T00:00"),
        ("2026-12-31T23:59:59.999999999Z", "2026-12-31T23:59:59.999999"),
        ("Tue, 03 Nov 2026 09:00:00 +0100", "2026-11-03T08:00"),
        ("Tue, 03 Nov 2026 09:00:00 EST", "2026-11-03T14:00"),
        ("Tue, 03 Nov 26 09:00:00 GMT", "2026-11-03T09:00"),
        ("Tue, 3 Nov 2026 9:00 PM GMT", "2026-11-03T21:00"),
        ("Tue, Nov 03 2026 09:00:00 +0000", "2026-11-03T09:00"),
        ("Tue Nov 03 2026 09:00:00 GMT+0100 (Central European Standard Time)", "2026-11-03T08:00"),
        ("1793696400", "2026-11-03T09:00"),
        (1793696400, "2026-11-03T09:00"),
        (1793696400000, "2026-11-03T09:00"),
    ],
)
def test_a_time_with_a_zone(written: Any, in_utc: str) -> None:
    at, zoned = moment(written)
    assert at is not None
    assert at.isoformat().removesuffix("+00:00").removesuffix(":00") == in_utc
    assert zoned


@table(
    ("written", "as_utc"),
    [
        ("2026-11-03", "2026-11-03T00:00"),
        ("2026-11-3", "2026-11-03T00:00"),
        ("2026/11/03", "2026-11-03T00:00"),
        ("20261103", "2026-11-03T00:00"),
        ("03.11.2026", "2026-11-03T00:00"),
        ("3. 11. 2026", "2026-11-03T00:00"),
        ("3 November 2026", "2026-11-03T00:00"),
        ("3rd Nov. 2026", "2026-11-03T00:00"),
        ("03-Nov-2026", "2026-11-03T00:00"),
        ("Nov 3, 2026", "2026-11-03T00:00"),
        ("Sept 3rd, 2026", "2026-09-03T00:00"),
        ("Tuesday, November 3, 2026 - 09:00", "2026-11-03T09:00"),
        ("Tue, 03 Nov 2026", "2026-11-03T00:00"),
        ("Tue, 03 Nov 2026 09:00:00", "2026-11-03T09:00"),
        # Indian or Irish time.
        ("Tue, 03 Nov 2026 09:00:00 IST", "2026-11-03T09:00"),
        # No month has the number 31.
        ("31/12/2026", "2026-12-31T00:00"),
        ("12/31/2026", "2026-12-31T00:00"),
        ("11/11/2026", "2026-11-11T00:00"),
    ],
)
def test_a_time_without_a_zone(written: str, as_utc: str) -> None:
    at, zoned = moment(written)
    assert at is not None
    assert (at.strftime("%Y-%m-%dT%H:%M"), zoned) == (as_utc, False)


@table(
    "written",
    [
        "",
        None,
        True,
        [],
        {"@value": "2026-11-03"},
        float("nan"),
        10**40,
        -1,
        "open",
        "yesterday",
        "3 days ago",
        "0000-00-00",
        "0001-01-01",
        "2026-02-30",
        "2026-11-03T25:00:00Z",
        "2026-11-03 or later",
        "99999-01-01",
        "9999-12-31T23:59:59-23:00",
        "Wed, 07 Feb 0000 10:00:00 +0000",
        "Wed, 07 Feb 99999999999999999999 10:00:00 +0000",
        "Wed, 07 Feb 2018 99:00:00 +0000",
        # March or November?
        "03/11/2026",
        "11-03-2026",
        "2026-11-03" + " " * 200 + "x" * 200,
        "\x00",
    ],
)
def test_anything_else_is_no_date(written: Any) -> None:
    assert moment(written)[0] is None


def test_a_missing_date_has_no_zone_to_doubt() -> None:
    assert moment(None) == NO_DATE == (None, True)


@table("piece", ["1", "2026-11-03 ", "Tue, ", "-", "(", "12:00 ", "nov "])
def test_time_does_not_grow_with_the_text(piece: str) -> None:
    assert_growth(lambda length: moment(piece * (length // len(piece))), 250_000, below=10)
