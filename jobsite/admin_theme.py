"""The look of the admin: unfold's settings."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.urls import reverse_lazy

GATHERING = [
    ("Sources", "source", "rss_feed"),
    ("Employers", "employer", "business_center"),
    ("Fetches", "fetch", "sync"),
    ("Listings", "listing", "work"),
]
GATHERING += [("Companies", "company", "apartment"), ("Reports", "report", "flag"), ("Take-downs", "takedown", "block")]
# The site's green: step of the theme's palette -> lightness in percent.
GREENS = {50: 97, 100: 94, 200: 88, 300: 80, 400: 68, 500: 61, 600: 45, 700: 39, 800: 33, 900: 28, 950: 21}


def admin_theme(site_name: str) -> dict[str, Any]:
    pages = [
        {"title": title, "icon": icon, "link": reverse_lazy(f"admin:listings_{model}_changelist")}
        for title, model, icon in GATHERING
    ]
    second_factor = {"title": "Second factor", "icon": "phonelink_lock", "link": reverse_lazy("second-factor")}
    return {
        "COLORS": {"primary": {str(step): f"oklch({light}% 0.09 165)" for step, light in GREENS.items()}},
        "SITE_TITLE": site_name,
        "SITE_HEADER": site_name,
        "SITE_SYMBOL": "explore",
        "DASHBOARD_CALLBACK": "listings.admin.dashboard.attention",
        "LOGIN": {"form": "jobsite.login.form.LoginForm"},
        "SHOW_BACK_BUTTON": True,
        "STYLES": [lambda request: static("css/admin.css")],
        "SCRIPTS": [lambda request: static("js/admin-desk.js")],
        "SIDEBAR": {
            "show_all_applications": True,
            "navigation": [
                {"title": "Gathering", "items": pages},
                {"title": "Your account", "items": [second_factor]},
            ],
        },
    }
