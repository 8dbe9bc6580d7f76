from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

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
PRINT = (
    "import json; from django.conf import settings; print(json.dumps({name: getattr(settings, name) for name in %r}))"
)


@pytest.fixture
def read(environment: Mapping[str, str]) -> Read:
    def values(*names: str, **variables: str) -> dict[str, Any]:
        done = subprocess.run(
            [sys.executable, "-c", PRINT % (names,)],
            cwd=settings.BASE_DIR,
            env={**environment, "DJANGO_SETTINGS_MODULE": "jobsite.settings", **variables},
            capture_output=True,
            text=True,
            check=True,
        )
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    return values


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        ({"PORT": "http"}, "PORT: 'http' is not a whole number."),
        ({"PORT": "70000"}, "PORT: 70000 is not between 1 and 65535."),
        ({"DEBUG": "perhaps"}, "DEBUG: 'perhaps' is neither yes nor no."),
        ({"SITE_URL": "jobs.example.org"}, "SITE_URL: 'jobs.example.org' is not an address that begins with http"),
        ({"BOARD_MIRROR": "ftp://127.0.0.1"}, "BOARD_MIRROR: 'ftp://127.0.0.1' is not an address that begins with"),
        ({"MIRROR_DELAY": "soon"}, "MIRROR_DELAY: 'soon' is not a number of seconds."),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL: 'LOUD' is none of DEBUG, INFO, WARNING, ERROR."),
        ({"ADMINS": "Ada"}, "ADMINS: 'Ada' is not a list of e-mail addresses."),
        ({"EMAIL_URL": "pigeon://loft"}, "EMAIL_URL: 'pigeon://loft' is not an e-mail address of a server"),
        ({"VALKEY_URL": "memcached://x"}, "VALKEY_URL: 'memcached://x' is not an address that begins with redis"),
        ({"CHANGE_DAYS": "7"}, "CHANGE_DAYS: 7 is not between 30 and"),
        ({"DATABASE_URL": "mysql://a:b@c/d"}, "DATABASE_URL: its value is not the address of a PostgreSQL database"),
        ({"DATABASE_URL": "postgres://a:hidden@c:x/d"}, "DATABASE_URL: its value is not the address of a PostgreSQL"),
        ({"DATABASE_URL": "postgres://a:b@c/d"}, "SECRET_KEY: it must be set where DATABASE_URL is"),
    ],
)
def test_a_bad_value_is_named_in_one_sentence(manage: Manage, variables: dict[str, str], message: str) -> None:
    done = manage("check", **variables)
    assert done.returncode == 1
    assert done.stderr.startswith(message)
    assert done.stderr.count("\n") == 1
    assert "hidden" not in done.stderr


def test_empty_variables_count_as_absent(manage: Manage) -> None:
    empty = dict.fromkeys(["DATABASE_URL", "VALKEY_URL", "SECRET_KEY", "PORT", "DEBUG", "EMAIL_URL", "SITE_URL"], "")
    assert manage("check", **empty).returncode == 0


def test_the_secret_is_made_once_for_its_owner_alone(folder: Path, manage: Manage) -> None:
    manage("check")
    kept = folder / "secret_key"
    secret = kept.read_text()
    assert len(secret) >= 50
    assert kept.stat().st_mode & 0o777 == 0o600
    manage("check")
    assert kept.read_text() == secret
    assert [path.name for path in folder.iterdir()] == ["secret_key"]


def test_deploy_check_is_clean_in_production(manage: Manage) -> None:
    done = manage("check", "--deploy", "--fail-level", "INFO", **PRODUCTION)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_production_is_secure_by_default(read: Read) -> None:
    found = read(
        "DEBUG", "SESSION_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "ALLOWED_HOSTS", **PRODUCTION
    )
    assert found == {
        "DEBUG": False,
        "SESSION_COOKIE_SECURE": True,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "ALLOWED_HOSTS": ["localhost", "127.0.0.1", "[::1]", "jobs.example.org"],
    }


def test_without_the_proxys_header_nothing_redirects_for_ever(read: Read) -> None:
    assert read("SECURE_SSL_REDIRECT", SITE_URL="https://jobs.example.org") == {"SECURE_SSL_REDIRECT": False}


def test_each_part_has_a_server_of_its_own(read: Read) -> None:
    names = ("EMBEDDED_DATABASE", "EMBEDDED_VALKEY", "VALKEY_URL", "CELERY_BROKER_URL")
    found = read(*names, VALKEY_URL="valkey://:pw@cache:6379/2", BROKER_URL="amqp://rabbit//")
    assert found == {
        "EMBEDDED_DATABASE": True,
        "EMBEDDED_VALKEY": False,
        "VALKEY_URL": "redis://:pw@cache:6379/2",
        "CELERY_BROKER_URL": "amqp://rabbit",
    }


def test_the_embedded_broker_is_a_socket(read: Read, folder: Path) -> None:
    found = read("VALKEY_URL", "CELERY_BROKER_URL")
    assert found == {
        "VALKEY_URL": f"unix://{folder}/run/valkey/valkey.sock?db=0",
        "CELERY_BROKER_URL": f"redis+socket://{folder}/run/valkey/valkey.sock?virtual_host=0",
    }


def test_a_database_behind_a_socket_can_be_named(read: Read, folder: Path) -> None:
    url = f"postgres://postgres@{str(folder).replace('/', '%2F')}:5432/other"
    database = read("DATABASES", DATABASE_URL=url, SECRET_KEY="x")["DATABASES"]["default"]
    assert (database["HOST"], database["NAME"], int(database["PORT"])) == (str(folder), "other", 5432)


def test_settings_are_read_from_a_file_and_the_environment_wins(read: Read, folder: Path) -> None:
    (folder / "env").write_text("CONTACT=from the file\nPORT=8123\n")
    found = read("CONTACT", "PORT", ENV_FILE=str(folder / "env"), PORT="8124")
    assert found == {"CONTACT": "from the file", "PORT": 8124}
