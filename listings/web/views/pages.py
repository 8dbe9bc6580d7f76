from __future__ import annotations

import re
from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from listings.boards import BOARDS
from listings.web.site_urls import absolute

MAIL_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")
# A copy that somebody keeps counts as stale after that.
SECURITY_TXT_VALID = timedelta(days=90)


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
    context = {
        "contact": setting.removeprefix("mailto:"),
        "contact_link": link_to(setting),
        "canonical": absolute("/contact/"),
    }
    return render(request, "pages/contact.html", context)


def link_to(setting: str) -> str:
    """ "" for text that is neither a mail address nor a web address."""
    if MAIL_ADDRESS.fullmatch(setting):
        return f"mailto:{setting.removeprefix('mailto:')}"
    return setting if setting.startswith(("https://", "http://")) else ""


def security(request: HttpRequest) -> HttpResponse:
    """Where to report a security fault, as RFC 9116 has it. Raises Http404 if the site names no address."""
    link = link_to(settings.SECURITY_CONTACT.strip())
    if not link:
        raise Http404("SECURITY_CONTACT and CONTACT are no addresses.")
    until = (timezone.now() + SECURITY_TXT_VALID).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {link}",
        f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
        f"Canonical: {absolute('/.well-known/security.txt')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /admin/", "Allow: /", "", f"Sitemap: {absolute('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
