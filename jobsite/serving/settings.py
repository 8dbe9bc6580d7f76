"""Settings of the web server, and of what one client may ask of it."""

from __future__ import annotations

from ipaddress import ip_network
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from jobsite.environment import Environment

# Where a proxy on the same machine, or in the same container network, connects from.
LOCAL_NETWORKS = ["127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"]


def serving_settings(env: Environment, base_dir: Path, data_dir: Path, *, behind_proxy: bool) -> dict[str, Any]:
    """`behind_proxy`: a proxy is known to be in front, so that local addresses are its, not those of clients."""
    return {
        "WEB_WORKERS": env.number("WEB_WORKERS", 2, min_value=1, max_value=64),
        "WEB_THREADS": env.number("WEB_THREADS", 4, min_value=2, max_value=64),
        "WEB_CONNECTIONS": env.number("WEB_CONNECTIONS", 1000, min_value=10, max_value=50_000),
        "TRUSTED_PROXIES": networks("TRUSTED_PROXIES", env.strings("TRUSTED_PROXIES", LOCAL_NETWORKS * behind_proxy)),
        "SITEMAP_DIR": base_dir / env.text("SITEMAP_DIR", str(data_dir / "sitemaps")),
        "CLIENT_BURST": env.number("CLIENT_BURST", 20, min_value=1, max_value=3600),
        "CLIENT_SHARE": env.number("CLIENT_SHARE", 10, max_value=100),
    }


def networks(name: str, texts: list[str]) -> tuple[Any, ...]:
    try:
        return tuple(ip_network(text, strict=False) for text in texts)
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name}: {', '.join(texts)!r} is not a list of networks like 10.0.0.0/8."
        ) from error
