"""Memory of the web server's processes, each in a process of its own."""

from __future__ import annotations

import json
import platform
import subprocess
import sys

import pytest

from tests.processes import ROOT

HEAPS = """
import ctypes, sys, tempfile, threading
from pathlib import Path
from jobsite.serving.memory import keep_one_heap

library = ctypes.CDLL(None)
if "one" in sys.argv:
    keep_one_heap()
meet = threading.Barrier(4)

def work():
    kept = [bytearray(10_000) for _ in range(100)]
    meet.wait()

threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
library.fopen.restype = ctypes.c_void_p
with tempfile.NamedTemporaryFile() as file:
    out = ctypes.c_void_p(library.fopen(file.name.encode(), b"w"))
    library.malloc_info(0, out)
    library.fclose(out)
    print(Path(file.name).read_text().count("<heap nr="))
"""
PARENT = """
import gc, json, sys, threading
import jobsite.wsgi
from django.conf import settings
from django.template import engines
from django.db import connections
from jobsite.serving import config
from listings.vocabulary.places import names

was_loaded = settings.ROOT_URLCONF in sys.modules
config.when_ready(None)
open_connections = [name for name in connections if connections[name].connection is not None]
print(json.dumps({
    "was loaded": was_loaded, "is loaded": settings.ROOT_URLCONF in sys.modules, "kept": gc.get_freeze_count(),
    "templates": sorted(name for _, name in engines["jinja2"].env.cache.keys()), "places": names.cache_info().currsize,
    "threads": threading.active_count(), "connections": open_connections,
}))
"""


def output_of(script: str, *arguments: str) -> str:
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc gives each thread a heap")
def test_threads_share_one_heap() -> None:
    assert int(output_of(HEAPS, "one")) == 1
    # Else this test would prove nothing.
    assert int(output_of(HEAPS)) > 1


@pytest.mark.slow
def test_code_is_loaded_before_workers_are_forked() -> None:
    parent = json.loads(output_of(PARENT))
    assert (parent["was loaded"], parent["is loaded"]) == (False, True)
    assert parent["kept"] > 100_000
    assert {"home.html", "jobs/search.html", "jobs/listing.html"} < set(parent["templates"])
    assert parent["places"] == 1
    # Neither survives a fork.
    assert (parent["threads"], parent["connections"]) == (1, [])
