"""The situation of the reader who sends a request: in its URL, or in the cookie that they allowed."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme

from listings.display import fact_text
from listings.display.locale_format import currency_sign, number
from listings.search.query.parameters import ANY_FIT, FIT_OPEN, Invalid
from listings.search.query.situation import DEFAULT_CURRENCY, DEFAULT_DAY, NAMES, Situation
from listings.search.query.value_readers import single
from listings.web.place_defaults import zone_of
from listings.web.short_pay import amount_range
from listings.web.typed_place import FIELD, typed_place

COOKIE = "situation"
MAX_COOKIE = 500
YEAR = 365 * 24 * 3600
DEFAULT_PAGE = "/jobs/"


@dataclass(frozen=True, slots=True)
class RequestSituation:
    """`in_url` is the part that links must carry, because no cookie holds it. `fit` narrows the lists of jobs that
    links lead to, as it is the reader's last choice.
    """

    situation: Situation
    in_url: Situation
    fit: str = ""

    @property
    def labels(self) -> list[str]:
        return describe(self.situation)

    @property
    def labels_by_room(self) -> list[tuple[str, str]]:
        """Each of `labels`, and what stands for it on a phone: ("Berlin 9–17", "9–17"), ("from €70,000", "€70k+")."""
        mine = self.situation
        shorter = {}
        # The place says as much.
        if mine.tz and mine.tz == zone_of(mine.place):
            shorter[zone_and_day(mine)] = day_label(mine)
        if mine.pay:
            shorter[pay_label(mine)] = f"{amount_range(mine.pay, mine.pay, mine.currency or DEFAULT_CURRENCY)}+"
        return [(label, shorter.get(label, label)) for label in self.labels]

    @property
    def place(self) -> str:
        return self.situation.place

    @property
    def paid_query(self) -> str:
        """The filters for the jobs that are open to the reader and pay enough; "" without a place or a pay."""
        if not self.place or not self.situation.pay:
            return ""
        pay = [("salary_min", self.situation.pay), ("currency", self.situation.currency)]
        return urlencode([("fit", FIT_OPEN), *((name, value) for name, value in pay if value)])

    @property
    def their_jobs(self) -> str:
        """What a link to the jobs of one employer leads to."""
        return "Their jobs open to you" if self.fit == FIT_OPEN else "All their open jobs"

    @property
    def pairs(self) -> list[tuple[str, str]]:
        return self.in_url.pairs()

    @property
    def query(self) -> str:
        """A query string with its question mark, or ""."""
        return f"?{urlencode(self.pairs)}" if self.in_url else ""

    @property
    def more(self) -> str:
        """The same to append to a query string."""
        return f"&{urlencode(self.pairs)}" if self.in_url else ""


def request_situation(request: HttpRequest) -> RequestSituation:
    """The URL wins over the cookie. Raises Invalid for a wrong parameter."""
    in_url = Situation.parse(situation_parameters(request.GET))
    return RequestSituation(in_url or remembered(request), in_url, "" if in_url else remembered_fit(request))


def situation_parameters(params: QueryDict) -> dict[str, list[str]]:
    """The parameters of a situation with their values, unchecked; blank values, as plain forms send them, left out."""
    return {name: values for name in NAMES if (values := [value for value in params.getlist(name) if value.strip()])}


def with_place(params: QueryDict) -> QueryDict:
    """Reads the field "place" of a form, a country or a state, as parameters of a situation. Raises Invalid."""
    params = params.copy()
    if text := single({FIELD: params.getlist(FIELD)}, FIELD):
        code = typed_place(text)
        params["my_country"], params["my_state"] = code[:2], code if "-" in code else ""
    return params


def remembered(request: HttpRequest) -> Situation:
    """The situation in the cookie."""
    cookie = request.COOKIES.get(COOKIE, "")[:MAX_COOKIE]
    try:
        return Situation.parse(situation_parameters(QueryDict(cookie)))
    except Invalid:
        # Written by an older release, or by hand. An error on every page would be worse than setting it again.
        return Situation()


def remembered_fit(request: HttpRequest) -> str:
    """FIT_OPEN if the reader chose it last, else "", as where their situation is not remembered."""
    fit = QueryDict(request.COOKIES.get(COOKIE, "")[:MAX_COOKIE]).get("fit", "")
    return FIT_OPEN if fit == FIT_OPEN and remembered(request).place else ""


def remember(response: HttpResponse, situation: Situation, fit: str) -> None:
    """Keeps it in the one cookie, for a year."""
    pairs = [*situation.pairs(), *([("fit", fit)] if fit else [])]
    response.set_cookie(COOKIE, urlencode(pairs), max_age=YEAR, secure=settings.HTTPS, httponly=True, samesite="Lax")


def remember_fit(request: HttpRequest, response: HttpResponse) -> None:
    """Keeps the fit that the address asks for, if the reader has their situation remembered and chose it themselves.

    No later list begins with the jobs that leave it unclear, at which one looks once.
    """
    fit = request.GET.get("fit", "")
    chosen = FIT_OPEN if fit == FIT_OPEN else ""
    is_new = fit in (FIT_OPEN, ANY_FIT) and is_readers_choice(request) and chosen != remembered_fit(request)
    if is_new and (situation := remembered(request)):
        remember(response, situation, chosen)


def is_readers_choice(request: HttpRequest) -> bool:
    """Whether the address was chosen on this site, typed or bookmarked: a link on another site must change nothing."""
    # Older browsers send no such header.
    return request.headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none")


def describe(situation: Situation) -> list[str]:
    """For example ["Germany", "Berlin 9–17", "from €60,000"]."""
    labels = []
    if situation.place:
        labels.append(fact_text.place(situation.place))
    if situation.tz:
        labels.append(zone_and_day(situation))
    if situation.pay:
        labels.append(pay_label(situation))
    return labels


def zone_and_day(situation: Situation) -> str:
    return f"{fact_text.zone_city(situation.tz)} {day_label(situation)}"


def day_label(situation: Situation) -> str:
    return (situation.day or DEFAULT_DAY).replace("-", "–")


def pay_label(situation: Situation) -> str:
    return f"from {currency_sign(situation.currency or DEFAULT_CURRENCY)}{number(situation.pay)}"


def return_path(request: HttpRequest, target: str, situation: Situation) -> str:
    """The path of `target`, a page of this site, with `situation` in place of any other in its query string."""
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}):
        target = DEFAULT_PAGE
    parts = urlsplit(target)
    # Of "//this.host//other.host/" the path would be a Location on the other host.
    path = parts.path if parts.path.startswith("/") and not parts.path.startswith("//") else DEFAULT_PAGE
    params = QueryDict(parts.query, mutable=True)
    for name in NAMES:
        params.pop(name, None)
    for name, value in situation.pairs():
        params[name] = value
    return with_query(path, params.urlencode())


def with_query(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path
