"""Memory of the web server's processes: workers share what they can, and use again what was freed."""

from __future__ import annotations

import ctypes
import gc
from importlib import import_module
from typing import Any

from django.conf import settings
from django.template import engines

# In glibc's malloc.h.
M_ARENA_MAX = -8
# The templates of the home page, of searches and of jobs.
TEMPLATES = ("home.html", "base.html", "jobs/", "parts/")


def keep_one_heap() -> None:
    """To be called before there are threads: glibc gives each a heap of its own, where what it frees is of use to it
    alone. Threads hardly wait for the one heap, since Python runs one of them at a time.
    """
    library = ctypes.CDLL(None)
    # Other systems and C libraries lack it, and have heaps of other kinds.
    if hasattr(library, "mallopt"):
        library.mallopt(M_ARENA_MAX, 1)


def load_before_fork() -> None:
    """Loads the site's code in the parent of the workers, and keeps their garbage collectors from writing to it.

    Django by itself loads what answers requests with the first one, which is in each worker.
    """
    import_module(settings.ROOT_URLCONF)
    load_pages()
    gc.collect()
    gc.freeze()


def load_pages() -> None:
    """What else the first page of each worker would load, while its reader waits: half a second of processor time."""
    # Imported late: they read the settings.
    from listings.search.index import phrases
    from listings.vocabulary import places
    from listings.web import conditional_get

    jinja: Any = engines["jinja2"]
    environment = jinja.env
    for name in environment.list_templates(extensions=["html"]):
        if name.startswith(TEMPLATES):
            environment.get_template(name)
    conditional_get.release()
    places.names()
    phrases.edition()
