from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from jobsite.allinone import valkey
from jobsite.allinone.paths import DataPaths


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[redis.Redis]:
    """A client of a Valkey with little memory."""
    monkeypatch.setattr(valkey, "MAX_MEMORY", "6mb")
    paths = DataPaths(tmp_path, explicit=True)
    server = valkey.Valkey(paths, durable=False)
    server.start()
    with redis.Redis.from_url(paths.valkey_url) as client:
        yield client
    server.stop()


def test_full_memory_costs_cached_values_and_never_a_message(small: redis.Redis) -> None:
    for number in range(100):
        small.lpush("celery", f"message {number}")
    for number in range(2_000):
        small.set(f"cached:{number}", b"x" * 10_000, ex=3600)
    assert small.llen("celery") == 100
    assert small.exists("cached:1999")
    assert not small.exists("cached:0")
    assert small.info("memory")["used_memory"] < 2 * 6 * 2**20
