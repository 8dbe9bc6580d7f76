"""Whom a request comes from, and what is kept of it."""

from __future__ import annotations

from datetime import UTC, datetime
from ipaddress import ip_network

import pytest
import time_machine
from django.core.cache import cache
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from listings.web.client_address import client_id, client_network, salt

PROXIES = (ip_network("10.0.0.0/8"), ip_network("fd00::/8"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("192.0.2.7", "", "192.0.2.7"),
        # Anybody may write this header.
        ("192.0.2.7", "198.51.100.1", "192.0.2.7"),
        ("10.0.0.2", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.2", "203.0.113.9, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.2", "203.0.113.9, 198.51.100.1, 10.9.9.9", "198.51.100.1"),
        ("10.0.0.2", "", "10.0.0.2"),
        ("10.0.0.2", "unknown", "10.0.0.2"),
        ("10.0.0.2", "10.0.0.3,", "10.0.0.2"),
        ("10.0.0.2", "198.51.100.1:4711", "198.51.100.1"),
        ("10.0.0.2", "[2001:db8:1:2:3:4:5:6]:4711", "2001:db8:1:2::/64"),
        ("fd00::1", "2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "", "192.0.2.7"),
        ("::ffff:10.0.0.2", "192.0.2.7", "192.0.2.7"),
        ("fe80::1%eth0", "", "fe80::/64"),
        ("", "", ""),
    ],
)
def test_only_trusted_proxies_name_the_client(settings: Settings, peer: str, forwarded: str, client: str) -> None:
    settings.TRUSTED_PROXIES = PROXIES
    assert client_network(peer, forwarded) == client


def test_a_long_chain_is_not_followed(settings: Settings) -> None:
    settings.TRUSTED_PROXIES = PROXIES
    assert client_network("10.0.0.1", "198.51.100.1," + "10.0.0.3," * 5000 + "10.0.0.2") == "10.0.0.3"


def test_what_is_kept_is_a_hash_that_means_nothing_later() -> None:
    cache.clear()
    salt.cache_clear()
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7")
    with time_machine.travel(datetime(2026, 11, 24, 12, tzinfo=UTC), tick=False) as clock:
        before = client_id(request, 600)
        assert "192.0.2.7" not in before
        assert client_id(request, 600) == before
        assert client_id(RequestFactory().get("/", REMOTE_ADDR="192.0.2.8"), 600) != before
        # Another process reads the same salt.
        salt.cache_clear()
        assert client_id(request, 600) == before
        clock.shift(600)
        assert client_id(request, 600) != before
