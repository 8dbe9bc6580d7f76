"""What can be checked of the container files without an engine: names must agree with the code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands
from django.urls import resolve

from jobsite import timeouts
from jobsite.allinone.up import children
from jobsite.celery import app
from listings.fetching import queues

ROOT = Path(settings.BASE_DIR)
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text()
OURS = {"migrate", "web", "worker", "employers", "scheduler", "indexer"}
SETTINGS_SOURCE = "".join(path.read_text() for path in (ROOT / "jobsite").glob("*.py"))
READ = set(re.findall(r"""env\.\w+\(\s*"([A-Z_]+)\"""", SETTINGS_SOURCE)) | {"ENV_FILE"}
READ |= {f"DATABASE_TIMEOUTS_{kind.upper()}" for kind in timeouts.DEFAULTS}
EXAMPLE = set(re.findall(r"^#?([A-Z][A-Z0-9_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))


def test_the_services_are_those_of_the_site() -> None:
    assert set(SERVICES) == OURS | {"postgres", "valkey"}
    assert SERVICES["postgres"]["image"] == "postgres:18"
    assert SERVICES["valkey"]["image"] == "valkey/valkey:9"
    assert {child.name for child in children() if not child.once} == OURS - {"migrate", "employers"}


def test_each_queue_has_a_worker() -> None:
    served = {
        command[command.index("-Q") + 1] for row in SERVICES.values() if "-Q" in (command := row.get("command", []))
    }
    assert served == set(queues.IN_ORDER)
    assert [queue.name for queue in app.conf.task_queues] == ["celery", "employers"]
    # On one machine a worker takes from both, boards first.
    assert all("-Q" not in child.command for child in children())
    assert app.conf.broker_transport_options["queue_order_strategy"] == "priority"


def test_every_setting_is_explained_and_every_explained_one_is_read() -> None:
    assert READ == EXAMPLE


@pytest.mark.parametrize("name", sorted(OURS))
def test_variables_exist_in_the_settings(name: str) -> None:
    assert set(SERVICES[name]["environment"]) <= READ


@pytest.mark.parametrize("name", sorted(OURS))
def test_commands_exist(name: str) -> None:
    command: list[str] = SERVICES[name].get("command", [])
    if name == "web":
        assert command == []
        assert re.search(r'CMD \["gunicorn", "jobsite.wsgi", "--config", "python:jobsite.serving.config"\]', DOCKERFILE)
    elif command[0] == "python":
        assert command[1] == "manage.py"
        assert command[2] in get_commands()
    else:
        assert command[:3] == ["celery", "-A", "jobsite"]
        assert command[3] in {"worker", "beat"}


def test_nothing_has_a_default_password() -> None:
    text = (ROOT / "docker-compose.yml").read_text()
    for variable in re.findall(r"\$\{(\w*(?:PASSWORD|SECRET)\w*)([^}]*)\}", text):
        assert variable[1].startswith(":?"), variable
    assert not re.search(r"(PASSWORD|SECRET\w*): (?!\$\{)\S", text)
    assert "POSTGRES_HOST_AUTH_METHOD" not in text


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_each_lasting_service_has_a_health_check(name: str) -> None:
    check = SERVICES[name]["healthcheck"]
    if name == "migrate":
        assert check == {"disable": True}
        return
    for path in re.findall(r"http://[\w.:]+(/\w+)", str(check["test"])):
        assert resolve(path).url_name in {"healthz", "readyz"}
    for program in [word for word in check["test"][2:] if word.startswith("import ")]:
        compile(program, name, "exec")


def test_named_volumes_are_declared_and_used() -> None:
    used = {volume.split(":")[0] for service in SERVICES.values() for volume in service.get("volumes", [])}
    assert used == set(COMPOSE["volumes"])
    assert SERVICES["postgres"]["volumes"] == ["postgres:/var/lib/postgresql"]
    index = SERVICES["web"]["environment"]["INDEX_DIR"]
    sitemaps = SERVICES["web"]["environment"]["SITEMAP_DIR"]
    assert SERVICES["web"]["volumes"] == [f"index:{index}", f"sitemaps:{sitemaps}"]
    assert SERVICES["indexer"]["volumes"] == [f"index:{index}"]
    assert SERVICES["worker"]["volumes"] == [f"sitemaps:{sitemaps}"]
    assert re.findall(r"install -d .* /data (\S+) (\S+)", DOCKERFILE) == [(index, sitemaps)]


def test_only_the_web_is_published_and_only_to_this_machine() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["web"]
    assert SERVICES["web"]["ports"] == ["${HOST:-127.0.0.1}:${PORT:-8000}:8000"]


def test_the_image_is_small_and_not_roots() -> None:
    assert len(re.findall(r"^FROM ", DOCKERFILE, re.MULTILINE)) == 2
    assert re.findall(r"^USER (\w+)", DOCKERFILE, re.MULTILINE) == ["elsewhere"]
    assert "--require-hashes" in DOCKERFILE
    path = re.search(r"HEALTHCHECK[^$]*?http://127\.0\.0\.1:8000(/\w+)", DOCKERFILE)
    assert path is not None
    assert resolve(path[1]).url_name == "healthz"
    for copied in re.findall(r"^COPY (?!--)(\S+)", DOCKERFILE, re.MULTILINE):
        assert (ROOT / copied).exists(), copied
    assert set(re.findall(r"([A-Z_]+)=(?:\S+) ?", DOCKERFILE.split("ENV ")[1].split("#")[0])) <= READ | {
        "PATH",
        "PYTHONUNBUFFERED",
        "DJANGO_SETTINGS_MODULE",
    }


def test_locks_hold_hashes_and_no_address() -> None:
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-install.lock"):
        text = (ROOT / name).read_text()
        assert "--hash=sha256:" in text
        assert not re.search(r"://", text)
    assert "pytest==" not in (ROOT / "requirements.lock").read_text()
