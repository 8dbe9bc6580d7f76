"""Reads settings from the environment; a value that cannot be read is named in one sentence."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from email.utils import parseaddr
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from jobsite.allinone.paths import EmbeddedError, Places

Value = TypeVar("Value")
DURATION = re.compile(r"\d+(\.\d+)?", re.ASCII)


class Settings:
    """Like environ.Env, but every complaint says which variable, what it holds and what was expected."""

    def __init__(self, env_file: Path) -> None:
        self.env = environ.Env()
        if env_file.is_file():
            self.env.read_env(str(env_file))

    def _read(self, name: str, expected: str, read: Callable[[], Value]) -> Value:
        try:
            return read()
        except (ValueError, TypeError, KeyError, ImproperlyConfigured, environ.ImproperlyConfigured) as error:
            value = os.environ.get(name, "")
            # An address may hold a password, and messages end up in logs.
            shown = "its value" if "@" in value else repr(value)
            raise ImproperlyConfigured(f"{name}: {shown} is not {expected}.") from error

    def given(self, name: str) -> bool:
        """Set, and not to nothing: compose files and Makefiles pass on empty variables."""
        return bool(os.environ.get(name, "").strip())

    def text(self, name: str, default: str = "") -> str:
        return os.environ[name].strip() if self.given(name) else default

    def words(self, name: str, default: list[str]) -> list[str]:
        return [word.strip() for word in self.text(name).split(",") if word.strip()] if self.given(name) else default

    def flag(self, name: str, default: bool) -> bool:
        if not self.given(name):
            return default
        value = self.text(name).lower()
        if value in {"1", "true", "yes", "on"}:
            return True
        if value in {"0", "false", "no", "off"}:
            return False
        raise ImproperlyConfigured(f"{name}: {value!r} is neither yes nor no.")

    def number(self, name: str, default: int, *, least: int = 0, most: int = 10**9) -> int:
        if not self.given(name):
            return default
        value = self._read(name, "a whole number", lambda: int(self.text(name)))
        if not least <= value <= most:
            raise ImproperlyConfigured(f"{name}: {value} is not between {least} and {most}.")
        return value

    def choice(self, name: str, default: str, choices: tuple[str, ...]) -> str:
        value = self.text(name, default).upper()
        if value not in choices:
            raise ImproperlyConfigured(f"{name}: {value!r} is none of {', '.join(choices)}.")
        return value

    def seconds(self, name: str, default: float) -> float:
        if not self.given(name):
            return default
        if not DURATION.fullmatch(self.text(name)):
            raise ImproperlyConfigured(f"{name}: {self.text(name)!r} is not a number of seconds.")
        return float(self.text(name))

    def address(self, name: str, default: str, schemes: tuple[str, ...] = ("http", "https")) -> str:
        """An absolute address without its closing slash; "" only as the default."""
        value = self.text(name, default).rstrip("/")
        if not value:
            return value
        parts = self._read(name, "an address", lambda: urlsplit(value))
        if parts.scheme not in schemes or not (parts.netloc or parts.path):
            raise ImproperlyConfigured(
                f"{name}: {value!r} is not an address that begins with {' or '.join(schemes)}://."
            )
        self._read(name, "an address with a port between 0 and 65535", lambda: parts.port)
        return value

    def database(self, name: str) -> dict[str, Any]:
        expected = "the address of a PostgreSQL database, such as postgres://user:password@host:5432/name"
        values = self._read(name, expected, lambda: dict(self.env.db_url(name)))
        if values.get("ENGINE") != "django.db.backends.postgresql" or not values.get("NAME"):
            raise ImproperlyConfigured(f"{name}: its value is not {expected}.")
        # A socket's folder is written with %2F in place of its slashes.
        return {**values, "HOST": unquote(values.get("HOST") or "")}

    def mailboxes(self, name: str) -> list[tuple[str, str]]:
        """(name, address) of each, from "Ada <ada@example.org>, grace@example.org"."""
        found = [parseaddr(word) for word in self.words(name, [])]
        if any("@" not in address for _, address in found):
            raise ImproperlyConfigured(f"{name}: {self.text(name)!r} is not a list of e-mail addresses.")
        return found

    def mail(self, name: str, default: str) -> dict[str, Any]:
        expected = "an e-mail address of a server, such as smtp+tls://user:password@host:587"
        return self._read(name, expected, lambda: dict(self.env.email_url_config(self.text(name, default))))


def kept_secret(places: Places) -> str:
    """The secret of a single machine, made once, readable by its owner alone."""
    kept = places.data_dir / "secret_key"
    fresh = places.data_dir / f".secret_key.{os.getpid()}"
    try:
        places.make_data_dir()
        if not kept.exists():
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(50))
            # Where another process was first the link fails, and both read the same secret.
            with suppress(FileExistsError):
                os.link(fresh, kept)
            fresh.unlink()
        return kept.read_text()
    except (OSError, EmbeddedError):
        # Reading files and asking for help need no data directory; whatever does need it says so itself.
        return secrets.token_urlsafe(50)
