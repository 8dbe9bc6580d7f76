"""My situation: one small form, kept in the address, or in one cookie where the reader asks for it."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from listings.search.query.parameters import Invalid
from listings.search.query.situation import Situation
from listings.web import situation_form
from listings.web.reader_situation import COOKIE, asked, back, request_situation
from listings.web.site_urls import absolute
from listings.web.views.same_site import from_this_site

YEAR = 365 * 24 * 3600


@never_cache
@from_this_site
@require_http_methods(["GET", "HEAD", "POST"])
def situation(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return form(request, request.headers.get("Referer", ""))
    given = request.POST.copy()
    wanted = given.get("next", "")
    if given.get("my_from") and given.get("my_until"):
        given["my_day"] = f"{given['my_from']}-{given['my_until']}"
    try:
        said = Situation.parse(asked(given))
    except Invalid as wrong:
        return form(request, wanted, wrong, given)
    remember = given.get("keep") == "device"
    answer = HttpResponseRedirect(back(request, wanted, Situation() if remember else said))
    if remember and said:
        answer.set_cookie(
            COOKIE, urlencode(said.pairs()), max_age=YEAR, secure=settings.HTTPS, httponly=True, samesite="Lax"
        )
    elif COOKIE in request.COOKIES:
        # The newest word counts: a remembered situation must not come back when the address is left.
        answer.delete_cookie(COOKIE, samesite="Lax")
    return answer


@from_this_site
@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    answer = HttpResponseRedirect(back(request, request.headers.get("Referer", ""), Situation()))
    answer.delete_cookie(COOKIE, samesite="Lax")
    return answer


def form(
    request: HttpRequest, wanted: str, wrong: Invalid | None = None, given: situation_form.Typed | None = None
) -> HttpResponse:
    try:
        known = request_situation(request).situation
    except Invalid as said:
        known, wrong = Situation(), wrong or said
    words = {
        "wrong": wrong,
        "form": situation_form.form(given if given is not None else situation_form.typed(known)),
        "next": back(request, wanted, Situation()),
        "canonical": absolute("/situation/"),
    }
    return render(request, "situation.html", words, status=400 if wrong else 200)
