from __future__ import annotations

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from listings.boards import BOARDS
from listings.web.site_urls import absolute

MAIL_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")


def about(request: HttpRequest) -> HttpResponse:
    live = [board for board in BOARDS.values() if board.status == "live"]
    context = {
        # A board with required options is read once per employer, so it has no site to name.
        "boards": [board for board in live if not any(option.required for option in board.options.values())],
        "systems": [board for board in live if board.employers_own],
        "canonical": absolute("/about/"),
    }
    return render(request, "pages/about.html", context)


def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/privacy.html", {"canonical": absolute("/privacy/")})


def contact(request: HttpRequest) -> HttpResponse:
    """CONTACT may be a mail address, a web address or other text."""
    setting = settings.CONTACT.strip()
    if MAIL_ADDRESS.fullmatch(setting):
        link = f"mailto:{setting.removeprefix('mailto:')}"
    else:
        link = setting if setting.startswith(("https://", "http://")) else ""
    context = {"contact": setting.removeprefix("mailto:"), "contact_link": link, "canonical": absolute("/contact/")}
    return render(request, "pages/contact.html", context)


def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /admin/", "Allow: /", "", f"Sitemap: {absolute('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
