"""The manifest, its icons and the service worker. What the worker does is tested in a browser."""

from __future__ import annotations

import json
import re
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from PIL import Image

pytestmark = pytest.mark.django_db


def test_every_page_leads_to_the_manifest_and_it_to_icons(client: Client) -> None:
    page = BeautifulSoup(client.get("/about/").content, "lxml")
    response = client.get(str(page.select("link[rel=manifest]")[0]["href"]))
    assert response["Content-Type"] == "application/manifest+json"
    manifest = json.loads(response.content)
    assert manifest["short_name"] == "Elsewhere"
    assert manifest["start_url"] == manifest["scope"] == "/"
    assert {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    for icon in manifest["icons"]:
        picture = client.get(icon["src"])
        assert picture["Content-Type"] == "image/png"
        assert len(picture.content) < 12_000
        image = Image.open(BytesIO(picture.content))
        assert f"{image.width}x{image.height}" == icon["sizes"]
        corner = image.convert("RGBA").getpixel((0, 0))
        assert isinstance(corner, tuple)
        assert (corner[3] == 255) is (icon["purpose"] == "maskable")
    for shortcut in manifest["shortcuts"]:
        assert client.get(shortcut["url"]).status_code == 200
    assert client.get(str(page.select("link[rel=apple-touch-icon]")[0]["href"])).status_code == 200


def test_there_are_no_other_icons(client: Client) -> None:
    assert client.get("/icons/1024.png").status_code == 404


def test_the_worker_is_checked_each_time_and_may_run(client: Client) -> None:
    response = client.get("/service-worker.js")
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert "no-cache" in response["Cache-Control"]
    # Which governs workers as well.
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "manifest-src 'self'" in response["Content-Security-Policy"]
    text = response.content.decode()
    assert re.search(r'^const VERSION = "[0-9a-f]{12}";$', text, re.MULTILINE)
    assert "&" + "quot;" not in text


def test_the_worker_keeps_every_script_that_its_pages_need(client: Client) -> None:
    text = client.get("/service-worker.js").content.decode()
    waiting, needed = ["saved.js", "offline.js", "saved-count.js"], set()
    while waiting:
        needed.add(name := waiting.pop())
        source = (settings.BASE_DIR / "static" / "js" / name).read_text(encoding="utf-8")
        waiting += {*re.findall(r'(?:from |import\()"\./([\w-]+\.js)"', source)} - needed
    assert len(needed) > 5
    kept = re.findall(r'/static/js/([\w-]+?\.js)"', text)
    assert set(kept) == needed


def test_the_page_for_readers_without_a_connection(client: Client) -> None:
    page = BeautifulSoup(client.get("/offline/").content, "lxml")
    assert page.select("h1")[0].text == "You are offline."
    assert page.select("meta[name=robots][content=noindex]")
