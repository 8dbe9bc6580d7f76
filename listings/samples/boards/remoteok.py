"""Made-up Remote OK: a list whose first element is a legal notice, its UTF-8 decoded as Latin-1."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from listings.samples.boards.wording import LEGAL, company_name, pay_bounds
from listings.samples.responses import JSON, SampleRequest, SampleResponse
from listings.samples.rng import mix
from listings.samples.vacancies import Vacancy

HOME = "https://nightheron.example"
PROOF_WORDS = ("HARBOUR", "GENTLE", "LANTERN", "BRISK", "MEADOW", "CLARITY", "PEBBLE", "THRIFTY")
# The client's address in base64, 127.0.0.1 here.
CLIENT = "MTI3LjAuMC4x"


def endpoint(request: SampleRequest) -> SampleResponse | None:
    if request.path != "/api":
        return None
    boards, moment = request.boards, request.moment
    slots = request.visible(boards.newest_first(boards.board_slots("remoteok"), moment))
    _, changed = boards.fingerprint(slots, moment)
    body = _response_body(boards.vacancies(slots, moment), int(changed.timestamp()))
    return request.list_response(JSON, slots, body)


def _response_body(vacancies: Iterable[Vacancy], updated: int) -> Iterator[bytes]:
    notice = json.dumps({"last_updated": updated, "legal": LEGAL}).encode()
    yield b"[" + notice
    for vacancy in vacancies:
        yield b", " + json.dumps(_record(vacancy), ensure_ascii=False).encode()
    yield b"]"


def _record(vacancy: Vacancy) -> dict[str, Any]:
    slug = f"remote-{vacancy.slug[:90]}-{vacancy.id}"
    word = PROOF_WORDS[mix(vacancy.id, 21) % len(PROOF_WORDS)]
    proof = (
        f"<br/><br/>Please mention the word **{word}** when applying and tag R{CLIENT} so that the employer sees that "
        f"you read the whole post (#R{CLIENT})."
    )
    # Most ads of the real board state none, and those that do, in dollars.
    has_pay = vacancy.pay and vacancy.pay.currency == "USD" and vacancy.id % 3 == 0
    low, high = pay_bounds(vacancy, ["year"]) if has_pay else (0, 0)
    address = f"{HOME}/remote-jobs/{slug}"
    return {
        "slug": slug,
        "id": str(vacancy.id),
        "epoch": int(vacancy.published.timestamp()),
        "date": vacancy.published.isoformat(),
        "company": escape(company_name(vacancy), quote=False),
        "company_logo": "",
        "position": _misdecoded(vacancy, vacancy.title),
        "tags": [tool.lower() for tool in vacancy.tools],
        "description": _misdecoded(vacancy, vacancy.html) + proof,
        "location": vacancy.area.field if vacancy.id % 3 else "",
        "apply_url": address,
        "salary_min": low,
        "salary_max": high,
        "logo": "",
        "url": address,
    }


def _misdecoded(vacancy: Vacancy, text: str) -> str:
    """UTF-8 read as Latin-1, in four ads of five."""
    return text.encode().decode("latin-1") if vacancy.id % 5 else text
