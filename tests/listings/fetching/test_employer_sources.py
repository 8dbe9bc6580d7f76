"""Lists of employers become sources, which ask their boards under the employer's name."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import Settings

from listings import operations
from listings.boards import BOARDS
from listings.boards.employer_list import BadList, directory_of, read_list, systems_with_directory
from listings.fetching import directory, employer_sources, leases, replay
from listings.lifecycle.refused import Refused
from listings.models import Employer, Fetch, Posting, Snapshot, Source
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


@pytest.mark.slow
def test_the_shipped_lists_become_paused_employers_once() -> None:
    total = len(employer_sources.shipped())
    assert ran() == (f"{total} employers: {total} new, 0 known, 0 refused.\n", "")
    assert Employer.objects.count() == total > 6_000
    assert not Employer.objects.filter(enabled=True).exists()
    assert {system.board for system in Source.objects.systems()} == set(systems_with_directory())
    assert not Source.objects.due(timezone.now()).exists()
    assert ran() == (f"{total} employers: 0 new, {total} known, 0 refused.\n", "")
    for source in Source.objects.order_by("?")[:50]:
        source.full_clean()


@pytest.mark.parametrize("board", systems_with_directory())
def test_every_shipped_token_is_one_that_its_board_takes(board: str) -> None:
    rows = directory_of(board)
    tokens = [row.options["token"].casefold() for row in rows]
    assert tokens == sorted(set(tokens))
    assert BOARDS[board].is_fetched
    assert all(BOARDS[board].checked_options(row.options)["token"] for row in rows)


def test_the_employers_fetched_by_default_are_marked() -> None:
    starters = [row for row in employer_sources.shipped() if row.starter]
    assert 240 <= len(starters) <= 260
    assert {row.board for row in starters} == {"ashby", "greenhouse", "lever", "personio", "recruitee", "workable"}


def test_one_boards_employers_are_made_and_enabled_one_after_another() -> None:
    out, _ = ran("--board", "workable", "--enable")
    assert out == "72 employers: 72 new, 0 known, 0 refused.\nWorkable: 72 enabled.\n"
    due = sorted(Employer.objects.filter(enabled=True).values_list("next_fetch_at", flat=True))
    assert due[-1] - due[0] == 71 * BOARDS["workable"].delay
    assert Source.objects.due(timezone.now()).count() == 1
    assert ran("--board", "workable", "--enable")[0].endswith("Workable: 0 enabled.\n")


def test_a_board_that_is_never_fetched_is_not_enabled(tmp_path: Path) -> None:
    table = tmp_path / "more.tsv"
    table.write_text("board\ttoken\nsmartrecruiters\tferry\n")
    out, err = ran(str(table), "--enable")
    assert "1 new" in out
    assert f"SmartRecruiters: none enabled. SmartRecruiters is {PARSER_ONLY}" in out
    assert err == ""
    assert not Source.objects.filter(enabled=True).exists()
    assert PARSER_ONLY in ran("--system", "smartrecruiters", "--yes")[1]


def test_career_pages_become_employers_from_arguments_and_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    pasted = b"# of a list\nhttps://jobs.lever.co/quillmoor/0b5f0a52\n\nhttps://quayside.example/careers\n"
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(pasted)))
    out, err = ran("https://job-boards.greenhouse.io/tidewheel/jobs/7", "-")
    assert out == "3 employers: 2 new, 0 known, 1 refused.\n"
    assert "refused  https://quayside.example/careers: not an address of a hiring system we read" in err
    made = Employer.objects.values_list("system__name", "options__token")
    assert set(made) == {("greenhouse", "tidewheel"), ("lever", "quillmoor")}


def test_a_list_of_others_may_say_where_it_saw_an_employer_and_name_it_by_its_address(tmp_path: Path) -> None:
    table = tmp_path / "more.tsv"
    table.write_text("board\ttoken\tcompany\tseen_in\nx\thttps://jobs.lever.co/quillmoor\tQuillmoor\ta list\n")
    assert ran(str(table)) == ("1 employers: 1 new, 0 known, 0 refused.\n", "")
    assert Employer.objects.get().options == {"token": "quillmoor", "company": "Quillmoor", "host": "api.lever.co"}


def test_a_whole_directory_says_what_it_costs_and_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda question: "n")
    out, _ = ran("--system", "recruitee")
    assert "Recruitee: 96 employers, 96 of them paused or new." in out
    assert "Requests: about 96 a day, if a look takes one request; one in 2 s at most (43,200 a day)." in out
    assert "takes 0.1 hours" in out
    assert "Disk: about 12 MB (an estimate" in out
    assert "Terms: https://docs.recruitee.com/reference/intro-to-careers-site-api, read on" in out
    assert out.endswith("Nothing was changed.\n")
    assert not Source.objects.exists()
    monkeypatch.setattr("builtins.input", lambda question: "y")
    assert ran("--system", "recruitee")[0].endswith("Recruitee: 96 enabled.\n")
    assert Employer.objects.filter(enabled=True, system__enabled=True).count() == 96
    assert "Recruitee: 96 employers, 0 of them paused or new." in ran("--system", "recruitee", "--yes")[0]


def test_the_directory_of_an_unverified_system_stays_paused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        BOARDS, "recruitee", replace(BOARDS["recruitee"], status="unverified", status_reason="not read")
    )
    out, _ = ran("--system", "recruitee", "--yes")
    assert "Its terms are unverified: not read. It stays paused." in out
    assert out.endswith("Recruitee itself is paused: resume it in the admin to begin.\n")
    assert Employer.objects.filter(enabled=True).count() == 96
    assert not Source.objects.due(timezone.now() + timedelta(days=1)).exists()


def test_a_directorys_figures_are_measured_once_some_were_looked_at() -> None:
    ran("--board", "recruitee")
    for employer in Employer.objects.all()[:20]:
        fetch = Fetch.objects.create(source=employer, started_at=timezone.now(), outcome="ok", requests=3)
        Snapshot.objects.create(fetch=fetch, request={}, url="x", status=200, body=bytes(50_000), size=1)
        Employer.objects.filter(pk=employer.pk).update(last_ok_at=timezone.now(), look_every=timedelta(hours=12))
    cost = directory.cost_of(BOARDS["recruitee"])
    assert (cost.measured, cost.requests_per_day) == (True, 96 * 3 * 2)
    assert 0 < cost.disk_bytes <= 96 * 50_100


def test_an_unknown_system_and_a_mixture_are_refused() -> None:
    assert "There is no hiring system 'remotive'" in ran("--system", "remotive")[1]
    assert "leave out files" in ran("--system", "lever", "--board", "lever")[1]


def test_the_first_preparation_makes_systems_with_the_employers_fetched_by_default() -> None:
    call_command("prepare", verbosity=0)
    starters = [row for row in employer_sources.shipped() if row.starter]
    assert Employer.objects.filter(enabled=True, system__enabled=True).count() == len(starters)
    systems = {board.name: board for board in BOARDS.values() if board.is_hiring_system and board.is_fetched}
    made = dict(Source.objects.systems().values_list("board", "enabled"))
    assert made == {name: board.status == "live" for name, board in systems.items()}
    # What an admin paused or removed stays so.
    Employer.objects.filter(board="workable").delete()
    Employer.objects.update(enabled=False)
    call_command("prepare", verbosity=0)
    assert not Employer.objects.filter(enabled=True).exists()
    assert not Employer.objects.filter(board="workable").exists()


def test_a_site_that_reads_a_mirror_gets_no_employers(settings: Settings) -> None:
    settings.BOARD_MIRROR = "http://127.0.0.1:1"
    call_command("prepare", verbosity=0)
    assert not Employer.objects.exists()
    assert not Source.objects.systems().exists()


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
    made = {source.name: source.options for source in Employer.objects.all()}
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
        ("x.pdf", b"", "neither .toml nor .csv nor .tsv nor .txt"),
        ("x.txt", b"\n" * 200_001, "more than 200,000 lines"),
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
    names = set(Employer.objects.filter(board="ashby").values_list("name", flat=True))
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
