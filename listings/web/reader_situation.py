"""The situation of whoever asks, from the address or from the cookie that they asked for, and how links carry it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme

from listings.search.query.parameters import Invalid
from listings.search.query.situation import DEFAULT_CURRENCY, NAMES, Situation
from listings.web import fact_text
from listings.web.locale_format import number

COOKIE = "situation"


@dataclass(frozen=True, slots=True)
class RequestSituation:
    """`carried` is the part that links must carry on, because only the address knows it."""

    situation: Situation
    carried: Situation

    @property
    def words(self) -> list[str]:
        return in_words(self.situation)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        return self.carried.pairs()

    @property
    def query(self) -> str:
        """To begin a query string with, or ""."""
        return f"?{urlencode(self.pairs)}" if self.carried else ""

    @property
    def more(self) -> str:
        """To go on with, or ""."""
        return f"&{urlencode(self.pairs)}" if self.carried else ""


def request_situation(request: HttpRequest) -> RequestSituation:
    """What the address says goes before what is remembered. Raises Invalid for a wrong parameter."""
    told = Situation.parse(asked(request.GET))
    return RequestSituation(told or remembered(request), told)


def asked(params: QueryDict) -> dict[str, list[str]]:
    return {name: [value for value in params.getlist(name) if value.strip()] for name in NAMES}


def remembered(request: HttpRequest) -> Situation:
    """A cookie that cannot be read says nothing; the reader can set it again."""
    try:
        return Situation.parse(asked(QueryDict(request.COOKIES.get(COOKIE, "")[:500])))
    except Invalid:
        return Situation()


def in_words(situation: Situation) -> list[str]:
    """ "Germany", "Berlin time, 9 to 17", "from 60,000 EUR a year"."""
    words = [fact_text.place(place) for place in (situation.state or situation.country,) if place]
    if situation.tz:
        city = situation.tz.rpartition("/")[2].replace("_", " ")
        words.append(f"{city} time, {(situation.day or '9-17').replace('-', ' to ')}")
    if situation.pay:
        words.append(f"from {number(situation.pay)} {situation.currency or DEFAULT_CURRENCY} a year")
    return words


def back(request: HttpRequest, wanted: str, situation: Situation) -> str:
    """The page of this site to return to, `situation` in its address and no other."""
    if not url_has_allowed_host_and_scheme(wanted, {request.get_host()}):
        wanted = "/jobs/"
    parts = urlsplit(wanted)
    path = parts.path if parts.path.startswith("/") and not parts.path.startswith("//") else "/jobs/"
    params = QueryDict(parts.query, mutable=True)
    for name in NAMES:
        params.pop(name, None)
    for name, value in situation.pairs():
        params[name] = value
    return f"{path}?{params.urlencode()}" if params else path
