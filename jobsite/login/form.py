"""The form to sign in to the admin: name, password and, for those who have set it up, a code."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django_otp import user_has_device, verify_token
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice
from unfold.forms import AuthenticationForm
from unfold.widgets import BASE_INPUT_CLASSES

from jobsite.login.known_device import is_known_device
from jobsite.login.limits import Attempt, count_failure

DIGITS = 6


class LoginForm(AuthenticationForm):
    """`seconds_to_wait` is set where the try was refused without looking at the password."""

    code = forms.CharField(
        required=False,
        max_length=32,
        strip=True,
        label="Code",
        help_text="Only if you have set up a second factor: six digits from your app, or a recovery code.",
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "class": " ".join(BASE_INPUT_CLASSES), "spellcheck": "false"}
        ),
    )
    seconds_to_wait = 0

    def clean(self) -> dict[str, Any]:
        name = self.cleaned_data.get("username") or ""
        user = get_user_model().objects.filter(username=name).first()
        is_known = user is not None and is_known_device(self.request, user)
        attempt = Attempt(self.request, name, is_known_device=is_known)
        self.seconds_to_wait = attempt.seconds_to_wait()
        if self.seconds_to_wait:
            message = f"Too many tries. Wait {waiting_time(self.seconds_to_wait)}, then try again."
            raise ValidationError(message, code="too_many_tries")
        try:
            cleaned_data: dict[str, Any] = super().clean()
            self.check_code()
        except ValidationError:
            if user is not None:
                count_failure(user)
            raise
        if "username" in self.cleaned_data and "password" in self.cleaned_data:
            attempt.succeed()
        return cleaned_data

    def check_code(self) -> None:
        """After the password, so that nobody learns from it whether an account has a second factor."""
        user = self.get_user()
        if user is None or not user_has_device(user):
            return
        code = "".join(self.cleaned_data.get("code", "").split())
        if not code:
            raise ValidationError("Enter the code from your app, or a recovery code.", code="code_missing")
        kind = TOTPDevice if code.isascii() and code.isdigit() and len(code) == DIGITS else StaticDevice
        devices = kind.objects.filter(user=user, confirmed=True)
        if not any(verify_token(user, device.persistent_id, code) for device in devices):
            raise ValidationError(
                "This code is wrong or has been used. After a wrong one, wait a moment before the next.",
                code="code_wrong",
            )


def waiting_time(seconds: int) -> str:
    if seconds < 60:
        return f"{seconds} seconds"
    minutes = -(-seconds // 60)
    return f"{minutes} minute{'s' if minutes > 1 else ''}"
