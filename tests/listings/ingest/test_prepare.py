from __future__ import annotations

import pytest

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.ingest.prepare import prepare, prepare_if
from listings.lifecycle.closing import is_remote

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
