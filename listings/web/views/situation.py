"""The form for the reader's situation. It is kept in the URL, or in one cookie if the reader chooses so."""

from __future__ import annotations

from urllib.parse import urlencode

from babel.numbers import get_currency_name
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from listings.search.query.parameters import ANY_FIT, FIT_OPEN, Invalid
from listings.search.query.situation import DEFAULT_CURRENCY, Situation
from listings.web import situation_form
from listings.web.place_defaults import currency_name, with_defaults
from listings.web.reader_situation import (
    COOKIE,
    DEFAULT_PAGE,
    remember,
    remembered,
    remembered_fit,
    request_situation,
    return_path,
    situation_parameters,
    with_place,
    with_query,
)
from listings.web.site_urls import absolute
from listings.web.views.same_site import from_this_site


@never_cache
@from_this_site
@require_http_methods(["GET", "HEAD", "POST"])
def situation(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        target = request.GET.get("next") or search_beside_form(request.GET) or request.headers.get("Referer", "")
        return form_page(request, target)
    values = request.POST.copy()
    target = values.get("next") or request.headers.get("Referer", "")
    if values.get("my_from") and values.get("my_until"):
        values["my_day"] = f"{values['my_from']}-{values['my_until']}"
    on_device = values.get("keep") == "device"
    fit_box, fit_before = values.get("fit", ""), remembered_fit(request)
    # Who has long chosen so goes back to where they were.
    is_kept = on_device and fit_box == fit_before
    destination = with_fit(return_path(request, target, Situation()), "" if is_kept else fit_box)
    try:
        chosen = chosen_situation(values, remembered(request).currency)
        if (fit_of(destination) or fit_box == FIT_OPEN) and not chosen.place:
            raise Invalid("my_country", "Choose the country you live in: jobs are compared with it.")
    except Invalid as error:
        if error.parameter == "my_currency" and not values.get("my_currency"):
            values["my_currency"] = DEFAULT_CURRENCY
        return form_page(request, target, error, values)
    response = HttpResponseRedirect(return_path(request, destination, Situation() if on_device else chosen))
    if on_device and chosen:
        remember(response, chosen, chosen_fit(fit_box, fit_before))
    elif COOKIE in request.COOKIES:
        # Otherwise the old situation would come back on the first page without one in its URL.
        response.delete_cookie(COOKIE, samesite="Lax")
    return response


@from_this_site
@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Returns to the page, of a search without the filter for what is forgotten."""
    path, _, query = return_path(request, request.headers.get("Referer", ""), Situation()).partition("?")
    params = QueryDict(query, mutable=True)
    params.pop("fit", None)
    response = HttpResponseRedirect(with_query(path, params.urlencode()))
    response.delete_cookie(COOKIE, samesite="Lax")
    return response


def chosen_situation(values: QueryDict, currency: str = "") -> Situation:
    """What the form says, with the time zone and currency of the place where it leaves them to that.

    `currency`: what the reader chose before, for a country whose currency has no rate.
    """
    values = with_place(values)
    sent = {name: str(values.get(name) or "") for name in values}
    place = values.get("my_state") or values.get("my_country", "")
    for name, value in with_defaults(sent, str(place)).items():
        values[name] = value
    if values.get("my_currency") == "":
        values["my_currency"] = currency
    if values.get("my_pay") and values.get("my_currency") == "":
        raise Invalid("my_currency", without_rate(values.get("my_country", "")))
    return Situation.parse(situation_parameters(values))


def without_rate(country: str) -> str:
    """Why the currency of the country cannot be taken, so that no amount is read as one of dollars."""
    currency = currency_name(country)
    reason = f"Pay in {currency} cannot be compared: the European Central Bank has no rate for it. " if currency else ""
    default = get_currency_name(DEFAULT_CURRENCY, count=2, locale="en")
    return f"{reason}Give the amount in {default}, or choose another currency."


def search_beside_form(params: QueryDict) -> str:
    """The search that the front page's form was about to begin, or ""."""
    search = {name: value for name in ("q", "fit") if (value := params.get(name, "").strip())}
    return f"/jobs/?{urlencode(search)}" if search else ""


def fit_of(path: str) -> str:
    """The filter for the jobs open to the reader in the address of a search."""
    return QueryDict(path.partition("?")[2]).get("fit", "")


def chosen_fit(box: str, fit: str) -> str:
    """`fit` after the form's box, which is FIT_OPEN if checked, ANY_FIT if not, and "" in forms that have none."""
    if box == FIT_OPEN:
        return FIT_OPEN
    return "" if (box, fit) == (ANY_FIT, FIT_OPEN) else fit


def with_fit(path: str, box: str) -> str:
    """The page to return to, which is one of results if the box for the jobs open to the reader is checked."""
    before = fit_of(path)
    fit = chosen_fit(box, before)
    if box == FIT_OPEN and path.partition("?")[0] != DEFAULT_PAGE:
        path = DEFAULT_PAGE
    elif fit == before:
        return path
    path, _, query = path.partition("?")
    params = QueryDict(query, mutable=True)
    for name in ("fit", "page"):
        params.pop(name, None)
    if fit:
        params["fit"] = fit
    return with_query(path, params.urlencode())


def was_asked_for_zone(request: HttpRequest, current: Situation) -> bool:
    """The front page asks for no zone, and sends a place alone."""
    return current.leaves_zone_out or (bool(current.pay) and "q" not in request.GET)


def form_page(
    request: HttpRequest,
    target: str,
    error: Invalid | None = None,
    values: situation_form.FormValues | None = None,
) -> HttpResponse:
    """The form with what was sent, or else with the situation now; `target` is the page to return to."""
    try:
        current = request_situation(request).situation
    except Invalid as url_error:
        current, error = Situation(), error or url_error
    target = return_path(request, target, Situation())
    fit = chosen_fit(values.get("fit", "") if values else "", fit_of(target) or remembered_fit(request))
    context = {
        "error": error,
        "asks_for_place": bool(fit_of(target)) and not current.place,
        "is_fitting": fit == FIT_OPEN,
        "form": situation_form.form(
            values if values is not None else situation_form.form_values(current),
            is_new=values is None and not current.tz and not was_asked_for_zone(request, current),
        ),
        "next": target,
        "canonical": absolute("/situation/"),
    }
    return render(request, "situation.html", context, status=400 if error else 200)
