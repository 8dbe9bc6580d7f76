"""Reads settings from the environment. A value that cannot be read raises ImproperlyConfigured, one sentence long."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from email.utils import parseaddr
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from jobsite.allinone.paths import DataPaths, EmbeddedError

Value = TypeVar("Value")
Networks = tuple[IPv4Network | IPv6Network, ...]
DURATION = re.compile(r"\d+(\.\d+)?", re.ASCII)


class Environment:
    """Like environ.Env, but each error names the variable, its value and what was expected."""

    def __init__(self, env_file: Path) -> None:
        self.env = environ.Env()
        if env_file.is_file():
            self.env.read_env(str(env_file))

    def _read(self, name: str, expected: str, read: Callable[[], Value]) -> Value:
        try:
            return read()
        except (ValueError, TypeError, KeyError, ImproperlyConfigured, environ.ImproperlyConfigured) as error:
            value = os.environ.get(name, "")
            # A URL with an @ may hold a password, and messages end up in logs.
            shown = "its value" if "@" in value else repr(value)
            raise ImproperlyConfigured(f"{name}: {shown} is not {expected}.") from error

    def is_set(self, name: str) -> bool:
        """An empty variable counts as absent: compose files and Makefiles pass those on."""
        return bool(os.environ.get(name, "").strip())

    def text(self, name: str, default: str = "") -> str:
        return os.environ[name].strip() if self.is_set(name) else default

    def strings(self, name: str, default: list[str]) -> list[str]:
        """From "a, b, c"."""
        if not self.is_set(name):
            return default
        return [part.strip() for part in self.text(name).split(",") if part.strip()]

    def networks(self, name: str, default: list[str]) -> Networks:
        """From "10.0.0.0/8, ::1"."""
        texts = self.strings(name, default)
        return self._read(
            name, "a list of networks like 10.0.0.0/8", lambda: tuple(ip_network(text, strict=False) for text in texts)
        )

    def flag(self, name: str, default: bool) -> bool:
        if not self.is_set(name):
            return default
        value = self.text(name).lower()
        if value in {"1", "true", "yes", "on"}:
            return True
        if value in {"0", "false", "no", "off"}:
            return False
        raise ImproperlyConfigured(f"{name}: {value!r} is neither yes nor no.")

    def number(self, name: str, default: int, *, min_value: int = 0, max_value: int = 10**9) -> int:
        if not self.is_set(name):
            return default
        value = self._read(name, "a whole number", lambda: int(self.text(name)))
        if not min_value <= value <= max_value:
            raise ImproperlyConfigured(f"{name}: {value} is not between {min_value} and {max_value}.")
        return value

    def choice(self, name: str, default: str, choices: tuple[str, ...]) -> str:
        value = self.text(name, default).upper()
        if value not in choices:
            raise ImproperlyConfigured(f"{name}: {value!r} is not one of {', '.join(choices)}.")
        return value

    def seconds(self, name: str, default: float) -> float:
        if not self.is_set(name):
            return default
        # float() alone would also accept "nan", "inf" and "1e9".
        if not DURATION.fullmatch(self.text(name)):
            raise ImproperlyConfigured(f"{name}: {self.text(name)!r} is not a number of seconds.")
        return float(self.text(name))

    def url(self, name: str, default: str, schemes: tuple[str, ...] = ("http", "https")) -> str:
        """An absolute URL without its trailing slash; "" only as the default."""
        value = self.text(name, default).rstrip("/")
        if not value:
            return value
        parts = self._read(name, "a URL", lambda: urlsplit(value))
        if parts.scheme not in schemes or not (parts.netloc or parts.path):
            raise ImproperlyConfigured(f"{name}: {value!r} is not a URL that begins with {' or '.join(schemes)}://.")
        # urlsplit reads the port only when asked for it.
        self._read(name, "a URL with a port between 0 and 65535", lambda: parts.port)
        return value

    def database(self, name: str) -> dict[str, Any]:
        """An entry of DATABASES."""
        expected = "the URL of a PostgreSQL database, such as postgres://user:password@host:5432/name"
        values = self._read(name, expected, lambda: dict(self.env.db_url(name)))
        if values.get("ENGINE") != "django.db.backends.postgresql" or not values.get("NAME"):
            raise ImproperlyConfigured(f"{name}: its value is not {expected}.")
        # The folder of a Unix socket is written with %2F in place of its slashes.
        return {**values, "HOST": unquote(values.get("HOST") or "")}

    def mailboxes(self, name: str) -> list[tuple[str, str]]:
        """(name, e-mail address) pairs, from "Ada <ada@example.org>, grace@example.org"."""
        mailboxes = [parseaddr(mailbox) for mailbox in self.strings(name, [])]
        if any("@" not in address for _, address in mailboxes):
            raise ImproperlyConfigured(f"{name}: {self.text(name)!r} is not a list of e-mail addresses.")
        return mailboxes

    def mail(self, name: str, default: str) -> dict[str, Any]:
        """Django's EMAIL_* settings."""
        expected = "the URL of a mail server, such as smtp+tls://user:password@host:587"
        return self._read(name, expected, lambda: dict(self.env.email_url_config(self.text(name, default))))


def load_or_create_secret(paths: DataPaths) -> str:
    """The secret key of a single machine: created once, readable only by its owner."""
    stored = paths.data_dir / "secret_key"
    fresh = paths.data_dir / f".secret_key.{os.getpid()}"
    try:
        paths.make_data_dir()
        if not stored.exists():
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(50))
            # The link fails if another process was first, and then both read the same secret.
            with suppress(FileExistsError):
                os.link(fresh, stored)
            fresh.unlink()
        return stored.read_text()
    except (OSError, EmbeddedError):
        # `help` and `parse` need no data directory. Whatever does need it reports the problem itself.
        return secrets.token_urlsafe(50)
