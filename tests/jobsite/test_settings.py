from __future__ import annotations

import os
import re
import runpy
from collections.abc import Callable, Mapping
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from tests.jobsite.conftest import Manage

PRODUCTION = {
    "SITE_URL": "https://jobs.example.org",
    "TLS_HEADER": "X-Forwarded-Proto",
    "SECRET_KEY": "a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0u1v2w3x4y5z6",
    "DATABASE_URL": "postgres://elsewhere:hidden@db.example.org:5432/elsewhere",
    "VALKEY_URL": "redis://valkey.example.org:6379/0",
    "EMAIL_URL": "smtp+tls://user:hidden@mail.example.org:587",
    "ADMINS": "Ada <ada@example.org>, grace@example.org",
    "CONTACT": "https://jobs.example.org/contact/",
}
Read = Callable[..., dict[str, Any]]


@pytest.fixture
def read(environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> Read:
    """Runs settings.py in this process with exactly these variables, and returns what it defines."""

    def values(**variables: str) -> dict[str, Any]:
        with monkeypatch.context() as patch:
            for name in os.environ:
                patch.delenv(name)
            for name, value in {**environment, **variables}.items():
                patch.setenv(name, value)
            return runpy.run_path(str(settings.BASE_DIR / "jobsite" / "settings.py"))

    return values


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        ({"PORT": "http"}, "PORT: 'http' is not a whole number."),
        ({"PORT": "70000"}, "PORT: 70000 is not between 1 and 65535."),
        ({"DEBUG": "perhaps"}, "DEBUG: 'perhaps' is neither yes nor no."),
        ({"SITE_URL": "jobs.example.org"}, "SITE_URL: 'jobs.example.org' is not a URL that begins with http"),
        ({"BOARD_MIRROR": "ftp://127.0.0.1"}, "BOARD_MIRROR: 'ftp://127.0.0.1' is not a URL that begins with"),
        ({"MIRROR_DELAY": "soon"}, "MIRROR_DELAY: 'soon' is not a number of seconds."),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL: 'LOUD' is not one of DEBUG, INFO, WARNING, ERROR."),
        ({"ADMINS": "Ada"}, "ADMINS: 'Ada' is not a list of e-mail addresses."),
        ({"EMAIL_URL": "pigeon://loft"}, "EMAIL_URL: 'pigeon://loft' is not the URL of a mail server"),
        ({"VALKEY_URL": "memcached://x"}, "VALKEY_URL: 'memcached://x' is not a URL that begins with redis"),
        (
            {"TRUSTED_PROXIES": "10.0.0.0/99"},
            "TRUSTED_PROXIES: '10.0.0.0/99' is not a list of networks like 10.0.0.0/8.",
        ),
        ({"CHANGE_DAYS": "7"}, "CHANGE_DAYS: 7 is not between 30 and"),
        ({"DATABASE_URL": "mysql://a:b@c/d"}, "DATABASE_URL: its value is not the URL of a PostgreSQL database"),
        ({"DATABASE_URL": "postgres://a:hidden@c:x/d"}, "DATABASE_URL: its value is not the URL of a PostgreSQL"),
        ({"DATABASE_URL": "postgres://a:b@c/d"}, "SECRET_KEY: must be set together with DATABASE_URL"),
    ],
)
def test_a_bad_value_is_named_in_one_sentence(read: Read, variables: dict[str, str], message: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=re.escape(message)) as error:
        read(**variables)
    assert "\n" not in str(error.value)
    assert "hidden" not in str(error.value)


@pytest.mark.slow
def test_the_command_line_prints_that_sentence_and_nothing_else(manage: Manage) -> None:
    result = manage("check", PORT="http")
    assert (result.returncode, result.stderr) == (1, "PORT: 'http' is not a whole number.\n")


def test_empty_variables_count_as_absent(read: Read) -> None:
    empty = dict.fromkeys(["DATABASE_URL", "VALKEY_URL", "SECRET_KEY", "PORT", "DEBUG", "EMAIL_URL", "SITE_URL"], "")
    names = ("PORT", "DEBUG", "SITE_URL", "DATABASES", "VALKEY_URL", "EMAIL_BACKEND")
    present, absent = read(**empty), read()
    assert {name: present[name] for name in names} == {name: absent[name] for name in names}


def test_the_secret_is_created_once_for_its_owner_only(folder: Path, read: Read) -> None:
    secret = read()["SECRET_KEY"]
    stored = folder / "secret_key"
    assert stored.read_text() == secret
    assert len(secret) >= 50
    assert stored.stat().st_mode & 0o777 == 0o600
    assert read()["SECRET_KEY"] == secret
    assert [path.name for path in folder.iterdir()] == ["secret_key"]


def test_deploy_check_is_clean_in_production(manage: Manage) -> None:
    result = manage("check", "--deploy", "--fail-level", "INFO", **PRODUCTION)
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


def test_production_is_secure_by_default(read: Read) -> None:
    found = read(**PRODUCTION)
    expected = {
        "DEBUG": False,
        "SESSION_COOKIE_SECURE": True,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "ALLOWED_HOSTS": ["localhost", "127.0.0.1", "[::1]", "jobs.example.org"],
    }
    assert {name: found[name] for name in expected} == expected


def test_without_the_proxys_header_no_redirect_loops(read: Read) -> None:
    assert read(SITE_URL="https://jobs.example.org")["SECURE_SSL_REDIRECT"] is False


def test_local_proxies_are_trusted_where_a_proxy_is_known_to_be(read: Read) -> None:
    assert read()["TRUSTED_PROXIES"] == ()
    assert ip_network("172.16.0.0/12") in read(TLS_HEADER="X-Forwarded-Proto")["TRUSTED_PROXIES"]
    chosen = read(TLS_HEADER="X-Forwarded-Proto", TRUSTED_PROXIES="192.0.2.1, 2001:db8::/32")
    assert chosen["TRUSTED_PROXIES"] == (ip_network("192.0.2.1"), ip_network("2001:db8::/32"))


def test_each_part_may_have_its_own_server(read: Read) -> None:
    found = read(VALKEY_URL="valkey://:pw@cache:6379/2", BROKER_URL="amqp://rabbit//")
    expected = {
        "EMBEDDED_DATABASE": True,
        "EMBEDDED_VALKEY": False,
        "VALKEY_URL": "redis://:pw@cache:6379/2",
        "CELERY_BROKER_URL": "amqp://rabbit",
    }
    assert {name: found[name] for name in expected} == expected


def test_the_embedded_broker_is_a_socket(read: Read, folder: Path) -> None:
    found = read()
    assert found["VALKEY_URL"] == f"unix://{folder}/run/valkey/valkey.sock?db=0"
    assert found["CELERY_BROKER_URL"] == f"redis+socket://{folder}/run/valkey/valkey.sock?virtual_host=0"


def test_a_database_behind_a_socket_can_be_named(read: Read, folder: Path) -> None:
    url = f"postgres://postgres@{str(folder).replace('/', '%2F')}:5432/other"
    database = read(DATABASE_URL=url, SECRET_KEY="x")["DATABASES"]["default"]
    assert (database["HOST"], database["NAME"], int(database["PORT"])) == (str(folder), "other", 5432)


def test_settings_are_read_from_a_file_and_the_environment_wins(read: Read, folder: Path) -> None:
    (folder / "env").write_text("CONTACT=from the file\nPORT=8123\n")
    found = read(ENV_FILE=str(folder / "env"), PORT="8124")
    assert (found["CONTACT"], found["PORT"]) == ("from the file", 8124)
