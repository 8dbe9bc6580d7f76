from __future__ import annotations

from dataclasses import replace

import pytest

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.dedup.title_places import MAX_PHRASES
from listings.ingest.prepare import PreparedAd, prepare, prepare_if
from listings.lifecycle.closing import is_remote
from tests.cpu_time import assert_growth

BOARD = (BOARDS["remoteok"], b"hash")
TEXTS = {
    "remote": "<p>This role is fully remote. You will write Python.</p>",
    "hybrid": "<p>We work in a hybrid model: two days a week in our office.</p>",
    "on site": "<p>This job is on-site in our bakery.</p>",
    "silent": "<p>You bake bread.</p>",
    "hidden": "<p style='display:none'>This role is fully remote.</p><script>remote</script><p>You bake bread.</p>",
}


@pytest.mark.parametrize("board", ["greenhouse", "remotive", "remoteok"])
@pytest.mark.parametrize("kind", TEXTS)
def test_what_is_kept_is_read_whole_and_the_rest_is_what_a_whole_reading_leaves_out(board: str, kind: str) -> None:
    config = BOARDS[board]
    ad = Ad(external_id="1", url="https://b.example/1", title="Baker", company="Millstone", html=TEXTS[kind])
    whole = prepare(ad, config, b"hash")
    kept = prepare_if(lambda workplace: is_remote(workplace, config), ad, config, b"hash")
    assert kept == (whole if is_remote(whole.facts["workplace"], config) else None)


def test_remote_ok_keeps_ads_that_do_not_state_the_workplace_and_leaves_out_those_on_site() -> None:
    config = BOARDS["remoteok"]
    ad = Ad(external_id="1", url="https://b.example/1", title="Baker", company="Millstone")
    read = {kind: facts.read(replace(ad, html=text), config)["workplace"] for kind, text in TEXTS.items()}
    assert (read["silent"], is_remote(read["silent"], config)) == (None, True)
    assert (read["on site"], is_remote(read["on site"], config)) == ("onsite", False)


def test_a_description_that_is_escaped_as_a_whole_is_read_as_markup() -> None:
    escaped = "&lt;p&gt;You bake &lt;strong&gt;bread&lt;/strong&gt; &amp;amp; rolls.&lt;/p&gt;<p>Found on b.example</p>"
    markup = "<p>You write pages with &lt;p&gt; and &lt;div&gt;.</p><p>You bake.</p>"
    ad = Ad(external_id="1", url="https://b.example/1", title="Baker", company="Millstone")
    html = {text: prepare(replace(ad, html=text), *BOARD).ad.html for text in (escaped, markup)}
    assert html[escaped] == "<p>You bake <strong>bread</strong> &amp; rolls.</p><p>Found on b.example</p>"
    assert html[markup] == markup


@pytest.mark.parametrize(
    ("words", "size"),
    [
        # Triggers, of which each has what follows read: only the first ones of a text are.
        ("Remote - Canada (no remote in Quebec) ", 3_000),
        # Refusals: only the beginning of a text is read.
        ("Not approved states: TX, FL and ", 50_000),
    ],
)
def test_statements_without_end_cost_no_more_than_many(words: str, size: int) -> None:
    def read(length: int) -> None:
        ad = Ad(external_id="1", url="https://b.example/1", title="Baker", company="Millstone", html="")
        ad = replace(ad, html=(words * (length // len(words) + 1))[:length])
        facts.read(ad, BOARDS["remoteok"])

    assert_growth(read, size, below=2)


def test_a_statement_in_a_long_text_is_found_and_what_is_compared_is_all_of_it() -> None:
    def ad(last: str) -> Ad:
        html = f"<p>We pay $120,000 - $140,000 a year.</p><p>{'You bake bread. ' * 5_000}</p><p>{last}</p>"
        return Ad(external_id="1", url="https://b.example/1", title="Baker", company="Millstone", html=html)

    first, second = (prepare(ad(last), BOARDS["remoteok"], b"hash") for last in ("Apply by mail.", "Apply by phone."))
    assert first.facts["salary"]["max"] == 140_000
    assert first.fingerprint != second.fingerprint


def test_what_is_read_of_a_location_and_kept_to_compare_is_bounded() -> None:
    def read(length: int) -> PreparedAd:
        parts = (",".join(f"p{part}w{word}" for word in range(30)) for part in range(length // 200))
        location = "; ".join(parts)
        ad = Ad(external_id="1", url="https://b.example/1", title="Baker", company="Millstone", location=location)
        return prepare(ad, BOARDS["remoteok"], b"hash")

    assert len(read(10_000).features.places) == MAX_PHRASES
    assert_growth(read, 4_000, below=2)


@pytest.mark.parametrize(
    "markup",
    [
        "a{marks}",
        # Runs that are bounded each, and one run to whoever reads the text.
        "a{parted}",
        '<a href="https://a{marks}.example/">Apply</a>',
        "a{entities}",
    ],
)
def test_accents_without_end_cost_what_their_text_costs(markup: str) -> None:
    def read(length: int) -> None:
        marks = "\u0344" * (length // 2) + "\u0f73" * (length // 2)
        runs = [marks[start : start + 25] for start in range(0, length, 25)]
        parted, entities = "<b>.</b>".join(runs).replace(".", ""), "".join(f"&#{ord(mark)};" for mark in marks)
        html = "<p>Remote. " + markup.format(marks=marks, parted=parted, entities=entities)
        prepare(Ad(external_id="1", url="https://b.example/1", title="Baker", company="Millstone", html=html), *BOARD)

    assert_growth(read, 5_000, below=7)
