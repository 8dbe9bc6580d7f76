from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from jobsite.page_style import csp_source

PUBLIC = ["/about/", "/privacy/", "/guide/", "/no-such-page/"]


def directives(header: str) -> dict[str, set[str]]:
    return {name: set(values) for name, *values in (part.split() for part in header.split(";") if part.strip())}


@pytest.mark.django_db
@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages_allow_nothing_from_elsewhere_and_set_no_cookie(client: Client, path: str) -> None:
    response = client.get(path)
    policy = directives(response["Content-Security-Policy"])
    assert policy["default-src"] == {"'none'"}
    assert policy["script-src"] == policy["connect-src"] == {"'self'"}
    assert policy["style-src"] == {"'self'", csp_source()}
    assert policy["base-uri"] == policy["frame-ancestors"] == {"'none'"}
    assert response["Permissions-Policy"]
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.django_db
def test_the_admins_policy_is_its_own_and_still_of_this_site_alone(client: Client) -> None:
    policy = directives(client.get("/admin/login/")["Content-Security-Policy"])
    assert policy["script-src"] == {"'self'", "'unsafe-inline'", "'unsafe-eval'"}
    assert policy["style-src"] == {"'self'", "'unsafe-inline'"}
    values = set().union(*policy.values())
    assert values <= {"'self'", "'none'", "'unsafe-inline'", "'unsafe-eval'", "data:"}


@pytest.mark.django_db
def test_a_wrong_host_is_refused_but_for_health(client: Client) -> None:
    assert client.get("/about/", headers={"host": "evil.example"}).status_code == 400
    assert client.get("/healthz", headers={"host": "10.0.0.7"}).status_code == 200


def test_every_middleware_of_the_policies_is_in_place() -> None:
    order = [name.rsplit(".", 1)[-1] for name in settings.MIDDLEWARE]
    assert order.index("health_first") == 0
    assert order.index("CSPMiddleware") < order.index("admin_policy")
