from __future__ import annotations

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from redis import Redis

from jobsite import valkey_urls
from jobsite.celery import app
from jobsite.environment import Environment
from tests.processes import ROOT


def cache_of(monkeypatch: pytest.MonkeyPatch, valkey: str, broker: str = "", own: str = "") -> str:
    for name, value in {"VALKEY_URL": valkey, "BROKER_URL": broker, "CACHE_URL": own}.items():
        monkeypatch.setenv(name, value)
    env = Environment(ROOT / "no such file")
    shared = valkey_urls.valkey(env, "")
    return valkey_urls.cache(env, shared, valkey_urls.broker(env, shared))


@pytest.mark.parametrize(
    ("valkey", "broker", "expected"),
    [
        ("redis://:pw@valkey:6379/0", "", "redis://:pw@valkey:6379/1"),
        ("redis://valkey", "", "redis://valkey/1"),
        ("valkeys://valkey/3", "", "rediss://valkey/4"),
        ("redis://valkey/15", "", "redis://valkey/0"),
        ("redis://valkey/0", "redis://valkey:6379/1", "redis://valkey/2"),
        ("redis://valkey/0", "redis://:pw@other/1", "redis://valkey/1"),
        ("redis://valkey/0", "amqp://rabbit//", "redis://valkey/1"),
        ("redis://valkey/0?ssl_cert_reqs=none", "", "redis://valkey/1?ssl_cert_reqs=none"),
        ("redis://valkey/7?db=2", "", "redis://valkey/3"),
        ("unix:///run/valkey.sock?db=0", "", "unix:///run/valkey.sock?db=1"),
        ("unix:///run/valkey.sock", "unix:///run/valkey.sock?db=1", "unix:///run/valkey.sock?db=2"),
    ],
)
def test_the_cache_has_a_database_of_its_own(
    monkeypatch: pytest.MonkeyPatch, valkey: str, broker: str, expected: str
) -> None:
    assert cache_of(monkeypatch, valkey, broker) == expected


@pytest.mark.parametrize("own", ["redis://valkey:6379/0", "redis://:pw@valkey", "valkey://valkey/5"])
def test_it_may_not_share_another(monkeypatch: pytest.MonkeyPatch, own: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="CACHE_URL: must name another database"):
        cache_of(monkeypatch, "redis://valkey/0", "redis://valkey/5", own)


def test_an_emptied_cache_leaves_the_queue() -> None:
    queue = "queue of a test"
    with app.connection_for_write() as connection, Redis.from_url(settings.VALKEY_URL) as shared:
        messages = connection.SimpleQueue(queue)
        messages.put({"sent": "before"})
        shared.set("pace:of.a.test", 1, px=60_000)
        cache.set("kept", 1)
        cache.clear()
        assert cache.get("kept") is None
        assert shared.exists("pace:of.a.test")
        assert messages.get(timeout=300).payload == {"sent": "before"}
        messages.queue.delete()
        messages.close()
        shared.delete("pace:of.a.test")
