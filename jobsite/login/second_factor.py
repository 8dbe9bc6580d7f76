"""Where an admin sets up a second factor, or gives it up."""

from __future__ import annotations

from base64 import b32encode
from typing import Any

import segno
from django.contrib import admin, messages
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django_otp import devices_for_user, user_has_device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

RECOVERY_CODES = 10


@never_cache
def second_factor(request: HttpRequest) -> HttpResponse:
    response: HttpResponse = admin.site.admin_view(page)(request)
    return response


def page(request: HttpRequest) -> HttpResponse:
    action = request.POST.get("action", "") if request.method == "POST" else ""
    user = request.user
    # The admin's check has let nobody else through.
    assert isinstance(user, AbstractBaseUser)
    if action == "remove":
        return remove(request, user)
    if action == "confirm" and not user_has_device(user):
        return confirm(request, user)
    return show(request, {} if user_has_device(user) else {"device": unconfirmed_device(user)})


def confirm(request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
    """The first code shows that the app has the secret; the answer shows the recovery codes, once."""
    device = unconfirmed_device(user)
    if not device.verify_token("".join(request.POST.get("code", "").split())[:32]):
        messages.error(request, "This is not the code that the app should show now. Check the clock of your phone.")
        return show(request, {"device": device})
    with transaction.atomic():
        device.confirmed = True
        device.save()
        codes = new_recovery_codes(user)
    messages.success(request, "From now on, signing in asks for a code.")
    return show(request, {"codes": codes})


def remove(request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
    if not user.check_password(request.POST.get("password", "")):
        messages.error(request, "This is not your password.")
    else:
        remove_devices(user)
        messages.success(request, "The second factor is removed.")
    return HttpResponseRedirect(request.path)


def remove_devices(user: AbstractBaseUser) -> int:
    """Returns how many there were."""
    devices = [device for confirmed in (True, False) for device in devices_for_user(user, confirmed=confirmed)]
    for device in devices:
        device.delete()
    return len(devices)


def unconfirmed_device(user: AbstractBaseUser) -> TOTPDevice:
    """The one whose secret the user is shown; it asks for nothing until it is confirmed."""
    device = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    return device or TOTPDevice.objects.create(user=user, name="app", confirmed=False)


def new_recovery_codes(user: AbstractBaseUser) -> list[str]:
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery codes")
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


def show(request: HttpRequest, more: dict[str, Any]) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": "Second factor",
        "has_device": user_has_device(request.user),
        "codes_left": StaticToken.objects.filter(device__user=request.user).count(),
        **more,
    }
    if device := more.get("device"):
        # Drawn here: the secret must not reach anybody else.
        context["qr_code"] = segno.make(device.config_url, micro=False).svg_data_uri(scale=5, border=4, light="#fff")
        context["secret"] = base32_groups(device)
    return TemplateResponse(request, "admin/second_factor.html", context)


def base32_groups(device: TOTPDevice) -> str:
    """The secret in groups of four letters, to be typed."""
    secret = b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
