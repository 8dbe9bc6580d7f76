"""What lets a browser install the site, and show saved jobs offline."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from listings.web import app_icon
from listings.web.share_image import ACCENT, PAPER

DAY = 24 * 3600
STYLES = "css/site.css"
# Of the two pages that work without a connection: the one that says so, and that of the saved jobs.
SCRIPTS = (
    "js/offline.js",
    "js/saved.js",
    "js/address-situation.js",
    "js/calendar.js",
    "js/element.js",
    "js/import-export.js",
    "js/job-actions.js",
    "js/offline-copies.js",
    "js/saved-board.js",
    "js/saved-controls.js",
    "js/saved-count.js",
    "js/saved-store.js",
)
OFFLINE_PAGE, SAVED_PAGE = "/offline/", "/saved/"


@cache_control(public=True, max_age=DAY)
@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    content = {
        "id": "/",
        "name": f"{settings.SITE_NAME}: remote jobs",
        "short_name": settings.SITE_NAME,
        "description": "Remote jobs from many boards, each listed once, each fact as the ad states it.",
        "lang": "en",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "theme_color": ACCENT,
        "background_color": PAPER,
        "icons": [
            manifest_icon(name, purpose) for name, purpose in (("192", "any"), ("512", "any"), ("maskable", "maskable"))
        ],
        "shortcuts": [
            {"name": name, "url": url}
            for name, url in (("Jobs", "/jobs/"), ("Followed searches", "/following/"), ("Saved jobs", "/saved/"))
        ],
    }
    return JsonResponse(content, content_type="application/manifest+json")


def manifest_icon(name: str, purpose: str) -> dict[str, str]:
    size = app_icon.ICONS[name].size
    return {"src": f"/icons/{name}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


@cache_control(public=True, max_age=DAY)
@require_safe
def icon(request: HttpRequest, name: str) -> HttpResponse:
    if name not in app_icon.ICONS:
        raise Http404
    return HttpResponse(app_icon.png(app_icon.ICONS[name]), content_type="image/png")


# From the root, because a worker sees only the pages below its own address.
@cache_control(no_cache=True)
@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    files = [OFFLINE_PAGE, SAVED_PAGE, *(static(name) for name in (STYLES, *SCRIPTS))]
    context = {
        "files": files,
        "offline_page": OFFLINE_PAGE,
        "saved_page": SAVED_PAGE,
        "styles": static(STYLES),
        # A new style sheet has a new name: the pages that are kept are then fetched again.
        "version": hashlib.blake2b(repr(files).encode(), digest_size=6).hexdigest(),
    }
    return render(request, "service-worker.js", context, content_type="text/javascript; charset=utf-8")


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    return render(request, "offline.html")
