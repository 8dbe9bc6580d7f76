"""Lists of employers become sources, which ask their boards under the employer's name."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone

from listings import operations
from listings.boards import BOARDS
from listings.boards.employer_list import BadList, read_list
from listings.fetching import employer_sources, leases, replay
from listings.lifecycle.refused import Refused
from listings.models import Fetch, Posting, Source
from tests.listings.fetching.stub_server import StandIn

pytestmark = pytest.mark.django_db
PARSER_ONLY = "never fetched: parser only since 2026-11-23"
API = "/api.lever.co/v0/postings/quillmoor"
POSTING = {
    "id": "0b5f0a52-8a6e-4f0b-9f55-3c1f5d7be001",
    "text": "Translator",
    "hostedUrl": "https://jobs.lever.co/quillmoor/0b5f0a52-8a6e-4f0b-9f55-3c1f5d7be001",
    "workplaceType": "remote",
    "categories": {"location": "Lisbon"},
}


def ran(*words: str) -> tuple[str, str]:
    """What the command printed, and what it complained of."""
    out, err = StringIO(), StringIO()
    try:
        call_command("employers", *words, stdout=out, stderr=err)
    except CommandError as error:
        err.write(str(error))
    return out.getvalue(), err.getvalue()


def test_the_shipped_list_becomes_paused_sources_once() -> None:
    assert ran() == ("255 employers: 255 new, 0 known, 0 refused.\n", "")
    assert Source.objects.count() == 255
    assert not Source.objects.filter(enabled=True).exists()
    assert not Source.objects.due(timezone.now()).exists()
    assert ran() == ("255 employers: 0 new, 255 known, 0 refused.\n", "")
    for source in Source.objects.all():
        source.full_clean()


def test_every_shipped_token_is_one_that_its_board_takes() -> None:
    rows = employer_sources.shipped()
    assert len(rows) == len({(row.board, row.options["token"].casefold()) for row in rows}) == 255
    assert all(BOARDS[row.board].checked_options(row.options)["token"] for row in rows)


def test_one_boards_employers_are_made_and_enabled_one_after_another() -> None:
    out, _ = ran("--board", "lever", "--enable")
    assert out == "42 employers: 42 new, 0 known, 0 refused.\nLever: 42 enabled.\n"
    due = sorted(Source.objects.filter(enabled=True).values_list("next_fetch_at", flat=True))
    assert due[-1] - due[0] == 41 * employer_sources.DELAYS_BETWEEN * BOARDS["lever"].delay
    assert Source.objects.due(timezone.now()).count() == 1
    assert ran("--board", "lever", "--enable")[0].endswith("Lever: 0 enabled.\n")


def test_a_board_that_is_never_fetched_is_not_enabled() -> None:
    out, err = ran("--board", "smartrecruiters", "--enable")
    assert "8 new" in out
    assert f"SmartRecruiters: none enabled. SmartRecruiters is {PARSER_ONLY}" in out
    assert err == ""
    assert not Source.objects.filter(enabled=True).exists()


def test_an_unknown_board_is_named() -> None:
    assert "There is no board 'monsterly'" in ran("--board", "monsterly")[1]


def test_further_lists_are_read_and_what_is_wrong_in_them_is_refused(tmp_path: Path) -> None:
    toml = tmp_path / "more.toml"
    toml.write_text(
        'greenhouse = [{ token = "tidewheel", company = "Tidewheel" }, { token = "a/b" }]\nmonsterly = [{}]\n'
    )
    table = tmp_path / "more.tsv"
    table.write_text("board\ttoken\tcompany\tdomain\npersonio\tmueslimond\t\tcom\ngreenhouse\ttidewheel\tTwice\t\n")
    out, err = ran(str(toml), str(table))
    assert out == "5 employers: 2 new, 1 known, 2 refused.\n"
    assert "refused greenhouse a/b: token: 'a/b' is not a valid employer's token" in err
    assert "refused monsterly (no token): unknown board 'monsterly'" in err
    assert "2 of 5 employers were refused." in err
    made = {source.name: source.options for source in Source.objects.all()}
    assert made == {
        "greenhouse-tidewheel": {"token": "tidewheel", "company": "Tidewheel"},
        "personio-mueslimond": {"token": "mueslimond", "company": "", "domain": "com"},
    }


def test_a_board_of_many_employers_takes_no_employers_token() -> None:
    found = employer_sources.add(read_list("x.csv", b"board,token\nremotive,acme\n"))
    assert found.refused == [("remotive acme", "Remotive is not an employer's own hiring system")]


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("x.toml", b"greenhouse = [", "not valid TOML"),
        ("x.toml", b'greenhouse = "acme"', "greenhouse is not a list of tables"),
        ("x.csv", b"board,company\n", "no column 'token'"),
        ("x.csv", b"", "no column 'board'"),
        ("x.csv", b"board,token\na,b,c\n", "line 2: more columns"),
        ("x.csv", b'board,token\n"a,b', "cannot be read as a table"),
        ("x.tsv", b"\xff\xfe", "not UTF-8"),
        ("x.pdf", b"", "neither .toml nor .csv nor .tsv"),
    ],
)
def test_a_file_of_another_kind_says_what_is_wrong(name: str, body: bytes, words: str) -> None:
    with pytest.raises(BadList, match=words):
        read_list(name, body)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "none.toml: cannot be read: No such file" in ran(str(tmp_path / "none.toml"))[1]


def test_names_are_short_and_none_is_taken_twice() -> None:
    Source.objects.create(name="ashby-acme", board="remotive")
    rows = "board,token\nashby,acme\nashby,ACME\nashby,The%20Boat%20Yard\nashby," + "a" * 100
    employer_sources.add(read_list("x.csv", rows.encode()))
    names = set(Source.objects.filter(board="ashby").values_list("name", flat=True))
    assert names == {"ashby-acme-2", "ashby-acme-3", "ashby-the-boat-yard", "ashby-" + "a" * 68}


def test_another_spelling_of_the_company_makes_no_other_source() -> None:
    Source.objects.create(name="one", board="lever", options={"token": "acme", "company": "Acme"})
    twin = Source(name="two", board="lever", options={"token": "acme", "company": "ACME Inc."})
    with pytest.raises(ValidationError, match="every ad would come twice"):
        twin.full_clean()
    Source(name="three", board="lever", options={"token": "acme", "host": "api.eu.lever.co"}).full_clean()


def test_the_company_of_the_source_reaches_its_ads_and_stays_on_replay(
    boards: StandIn, fetched: Callable[..., Fetch]
) -> None:
    boards.put(
        API,
        json.dumps([POSTING, {**POSTING, "id": "on-site-1", "workplaceType": "on-site"}]),
        Content_Type="application/json",
    )
    options = {"token": "quillmoor", "company": "Quillmoor Press"}
    source = Source.objects.create(name="quillmoor", board="lever", options=options)
    fetch = fetched(source)
    assert (fetch.outcome, fetch.seen, fetch.new, fetch.not_remote) == (Fetch.Outcome.OK, 2, 1, 1)
    assert Posting.objects.get().listing.company.name == "Quillmoor Press"
    again, rows = replay.replay(source, apply=False)
    assert (again.same, rows) == (1, [])


def test_a_source_of_a_board_that_is_never_fetched_can_be_neither_enabled_nor_fetched(boards: StandIn) -> None:
    source = Source(name="ferry", board="smartrecruiters", options={"token": "ferry"})
    with pytest.raises(ValidationError, match=PARSER_ONLY):
        source.full_clean()
    source.enabled = False
    source.full_clean()
    source.save()
    with pytest.raises(Refused, match=PARSER_ONLY):
        operations.resume(source)
    with pytest.raises(Refused, match=PARSER_ONLY):
        operations.fetch_now(source)
    with pytest.raises(CommandError, match=PARSER_ONLY):
        call_command("fetch", "ferry")
    # Its board may have become one while the source was enabled.
    Source.objects.filter(pk=source.pk).update(enabled=True, next_fetch_at=timezone.now() - timedelta(days=1))
    assert leases.lease_due() == []
    assert boards.requests == []
