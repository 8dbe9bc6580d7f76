"""The made-up employers of the benchmark: what is measured is what was meant."""

from __future__ import annotations

from collections import Counter

import pytest

from listings.boards import BOARDS
from listings.boards.base import Request, Response
from tests.benchmarks.employers.mirror import ADS, SYSTEMS, MadeUpEmployer, body_of, system_of

TEXTS = [("Translator", "<p>You translate tide tables.</p>")]
NUMBERS = range(2_000)


@pytest.mark.parametrize("number", [0, 60, 90])
def test_the_real_boards_read_all_ads_of_a_list(number: int) -> None:
    employer, board = MadeUpEmployer(number), BOARDS[system_of(number)]
    (request,) = board.start(board.checked_options({"token": MadeUpEmployer(number).token}), None)
    page = board.parse(Response(Request(request.url), body_of(employer, 1e9, TEXTS), request.url))
    assert [ad.external_id for ad in page.ads] == [employer.external_id(ad) for ad in employer.shown(1e9)]
    assert not page.rejected


def test_systems_remote_ads_and_lost_lists_have_their_shares() -> None:
    employers = [MadeUpEmployer(number) for number in NUMBERS]
    shares = {name: count * 100 / len(NUMBERS) for name, count in Counter(map(system_of, NUMBERS)).items()}
    assert shares == SYSTEMS
    remote = sum(len(employer.remote(1e9)) for employer in employers)
    assert 0.14 < remote / (len(employers) * ADS) < 0.16
    assert Counter(employer.state for employer in employers) == {"well": 1_920, "gone": 60, "failing": 20}


def test_a_list_changes_by_one_ad_when_its_period_passes() -> None:
    changing = next(employer for employer in map(MadeUpEmployer, NUMBERS) if employer.period == 4 * 3600)
    before, after = set(changing.shown(1e9)), set(changing.shown(1e9 + 4 * 3600))
    assert len(before & after) == ADS - 1
    still = next(employer for employer in map(MadeUpEmployer, NUMBERS) if employer.period is None)
    assert still.shown(1e9) == still.shown(2e9)
