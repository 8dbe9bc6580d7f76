"""Signing in to the admin: how often one may try, what one is told, and the second factor."""

from __future__ import annotations

import logging
import re
from datetime import UTC, datetime
from typing import cast

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.http import HttpResponse
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django.fixtures import Settings

from jobsite.login.limits import BY_ADDRESS, BY_NAME, Limit
from listings.web.client_address import salt

pytestmark = pytest.mark.django_db

PASSWORD = "a long password of an admin"
STRANGER = "192.0.2.66"


@pytest.fixture(autouse=True)
def no_tries() -> None:
    cache.clear()
    salt.cache_clear()


@pytest.fixture
def ada() -> User:
    return User.objects.create_superuser("ada", password=PASSWORD)


def sign_in(
    client: Client, password: str = PASSWORD, *, name: str = "ada", code: str = "", address: str = "127.0.0.1"
) -> HttpResponse:
    fields = {"username": name, "password": password, "code": code, "next": "/admin/"}
    return cast(HttpResponse, client.post("/admin/login/", fields, REMOTE_ADDR=address))


def fail(times: int, *, name: str = "ada", address: str = STRANGER) -> HttpResponse:
    for _ in range(times):
        response = sign_in(Client(), "wrong", name=name, address=address)
    return response


def test_waits_double_and_end() -> None:
    limit = Limit("address", free=2, longest=60, window=10)
    assert [limit.wait_after(failures) for failures in range(8)] == [0, 0, 0, 5, 10, 20, 40, 60]
    assert limit.wait_after(10**6) == 60


def test_an_address_with_many_failures_waits_whatever_names_it_tries(client: Client, ada: User) -> None:
    for number in range(BY_ADDRESS.free + 1):
        assert fail(1, name=f"guess-{number}").status_code == 200
    refused = sign_in(client, address=STRANGER)
    assert refused.status_code == 429
    assert 1 <= int(refused["Retry-After"]) <= 5
    assert "Too many tries. Wait" in refused.content.decode()
    assert "_auth_user_id" not in client.session
    assert sign_in(client).status_code == 302


def test_a_name_waits_too_but_not_in_a_browser_that_its_admin_has_used(client: Client, ada: User) -> None:
    assert sign_in(client).status_code == 302
    client.post("/admin/logout/")
    for number in range(BY_NAME.free + 1):
        fail(1, address=f"192.0.2.{number}")
    assert sign_in(Client()).status_code == 429
    assert sign_in(client).status_code == 302


def test_a_known_browser_is_none_after_a_change_of_the_password(client: Client, ada: User) -> None:
    sign_in(client)
    cookie = client.cookies["known_device"]
    assert (cookie["httponly"], cookie["path"], cookie["samesite"]) == (True, "/admin/", "Strict")
    ada.set_password("another long password")
    ada.save()
    for number in range(BY_NAME.free + 1):
        fail(1, address=f"192.0.2.{number}")
    client.post("/admin/logout/")
    assert sign_in(client, "another long password").status_code == 429


def test_nobody_waits_for_ever() -> None:
    assert BY_NAME.longest <= 300
    assert BY_ADDRESS.longest <= 900


def test_success_forgets_the_failures(client: Client, ada: User) -> None:
    for _ in range(3):
        fail(BY_ADDRESS.free - 1, address="127.0.0.1")
        assert sign_in(client).status_code == 302
        client.post("/admin/logout/")


def test_failed_tries_are_told_after_the_next_success(client: Client, ada: User) -> None:
    fail(3)
    text = client.get(sign_in(client)["Location"]).content.decode()
    assert "3 tries to sign in as you failed since you last did." in text
    client.post("/admin/logout/")
    assert "to sign in as you failed" not in client.get(sign_in(client)["Location"]).content.decode()


def test_without_valkey_admins_sign_in(
    client: Client, ada: User, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.CACHE_URL = "redis://127.0.0.1:1/0"
    with caplog.at_level(logging.WARNING):
        assert sign_in(client).status_code == 302
    assert "Sign-ins have no limit until Valkey answers again" in caplog.text


def code_of(device: TOTPDevice, steps: int = 0) -> str:
    return f"{totp(device.bin_key, drift=steps):06d}"


def set_up(client: Client) -> list[str]:
    """Turns the second factor on; returns the recovery codes."""
    page = client.get("/admin/second-factor/").content.decode()
    assert 'src="data:image/svg+xml' in page
    device = TOTPDevice.objects.get(confirmed=False)
    wrong = client.post("/admin/second-factor/", {"action": "confirm", "code": "abc"}).content.decode()
    assert "This is not the code" in wrong
    done = client.post("/admin/second-factor/", {"action": "confirm", "code": code_of(device)}).content.decode()
    codes = re.findall(r"^(?:.*<pre>)?([a-z2-7]{8})$", done, re.MULTILINE)
    assert len(codes) == 10
    return codes


@pytest.fixture
def unthrottled(settings: Settings) -> None:
    """Wrong codes are followed by a wait of a second, which the tests would sleep through."""
    settings.OTP_TOTP_THROTTLE_FACTOR = settings.OTP_STATIC_THROTTLE_FACTOR = 0


# A code is good for half a minute, whose end may come between two steps.
@time_machine.travel(datetime(2026, 3, 4, 5, tzinfo=UTC), tick=False)
def test_a_second_factor_is_asked_for_once_it_is_set_up(client: Client, ada: User, unthrottled: None) -> None:
    sign_in(client)
    set_up(client)
    device = TOTPDevice.objects.get()
    assert "Enter the code from your app" in sign_in(Client()).content.decode()
    assert "This code is wrong" in sign_in(Client(), code="000000").content.decode()
    used = code_of(device)
    assert "has been used" in sign_in(Client(), code=used).content.decode()
    assert sign_in(Client(), code=code_of(device, 1)).status_code == 302
    assert "Enter the code" not in sign_in(Client(), "wrong", code=code_of(device, 1)).content.decode()


def test_a_recovery_code_works_once(client: Client, ada: User, unthrottled: None) -> None:
    sign_in(client)
    codes = set_up(client)
    assert sign_in(Client(), code=codes[0]).status_code == 302
    assert sign_in(Client(), code=codes[0]).status_code == 200
    assert StaticToken.objects.count() == 9
    assert "9 recovery codes are left" in client.get("/admin/second-factor/").content.decode()


def test_a_second_factor_is_given_up_with_the_password(client: Client, ada: User, unthrottled: None) -> None:
    sign_in(client)
    set_up(client)
    client.post("/admin/second-factor/", {"action": "remove", "password": "wrong"})
    assert TOTPDevice.objects.exists()
    client.post("/admin/second-factor/", {"action": "remove", "password": PASSWORD})
    assert not TOTPDevice.objects.filter(confirmed=True).exists()
    assert sign_in(Client()).status_code == 302


def test_the_command_lets_somebody_in_again(client: Client, ada: User, unthrottled: None) -> None:
    sign_in(client)
    set_up(client)
    for number in range(BY_NAME.free + 1):
        fail(1, address=f"192.0.2.{number}")
    call_command("resetlogin", "ada")
    assert sign_in(Client()).status_code == 302
    with pytest.raises(CommandError, match="There is no user 'nobody'"):
        call_command("resetlogin", "nobody")


def test_secrets_are_for_their_owner_alone(client: Client, ada: User) -> None:
    assert client.get("/admin/second-factor/").status_code == 302
    sign_in(client)
    assert client.get("/admin/otp_totp/totpdevice/").status_code == 404
    assert client.get("/admin/otp_static/staticdevice/").status_code == 404
    response = client.get("/admin/second-factor/")
    assert "no-store" in response["Cache-Control"]
