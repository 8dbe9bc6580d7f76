"""Celery tasks of the whole site; those of the listings are in `listings/tasks.py`."""

from __future__ import annotations

from celery import shared_task

from listings.web import sitemaps


@shared_task(name=sitemaps.TASK)
def write_sitemaps() -> int:
    return sitemaps.write_files()
