from __future__ import annotations

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from listings.boards import BOARDS
from listings.web.site_urls import absolute


def about(request: HttpRequest) -> HttpResponse:
    live = [board for board in BOARDS.values() if board.status == "live"]
    words = {
        "boards": [board for board in live if not any(option.required for option in board.options.values())],
        "systems": [board for board in live if board.employers_own],
        "canonical": absolute("/about/"),
    }
    return render(request, "pages/about.html", words)


def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/privacy.html", {"canonical": absolute("/privacy/")})


def contact(request: HttpRequest) -> HttpResponse:
    """CONTACT may be a mail address, a web address or plain words."""
    stated = settings.CONTACT.strip()
    if re.fullmatch(r"[^@\s]+@[^@\s]+", stated):
        link = f"mailto:{stated.removeprefix('mailto:')}"
    else:
        link = stated if stated.startswith(("https://", "http://")) else ""
    words = {"contact": stated.removeprefix("mailto:"), "contact_link": link, "canonical": absolute("/contact/")}
    return render(request, "pages/contact.html", words)


def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /admin/", "Allow: /", "", f"Sitemap: {absolute('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
