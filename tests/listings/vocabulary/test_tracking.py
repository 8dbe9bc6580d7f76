from __future__ import annotations

from listings.search.query.parameters import NAMES
from listings.vocabulary.tracking import is_tracking
from tests.tables import table

TRACKED = """
utm_source utm_medium UTM_CAMPAIGN Utm_Id gclid dclid fbclid msclkid gad_source gad_campaignid gbraid wbraid srsltid
_gl _ga mc_cid mc_eid igshid yclid twclid ttclid li_fat_id trk pk_campaign pk_kwd mtm_source _hsenc _hsmi vero_id
ref_src ref REF
"""


@table("name", TRACKED.split())
def test_names_that_follow_a_reader(name: str) -> None:
    assert is_tracking(name)


@table("name", [*NAMES, "id", "reference", "utm_", "utmost", "gh_jid", "lever-source", "source", "", "job_pk"])
def test_names_that_say_what_is_asked_for(name: str) -> None:
    assert not is_tracking(name)
