from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from listings.models import Fetch, Source
from tests.listings.making import source_with

Staff = Callable[..., Client]


@pytest.fixture
def staff(db: None) -> Staff:
    """A signed-in member of staff with these rights on our models, such as "view_source"."""

    def made(*rights: str) -> Client:
        user = User.objects.create_user(f"staff-{User.objects.count()}", password="x", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=rights))
        client = Client()
        client.force_login(user)
        return client

    return made


@pytest.fixture
def chief(admin_user: User) -> Client:
    """A superuser whose every POST needs its token."""
    client = Client(enforce_csrf_checks=False)
    client.force_login(admin_user)
    return client


def fetch_of(source: Source | None = None, **fields: Any) -> Fetch:
    now = timezone.now()
    fields.setdefault("outcome", Fetch.Outcome.OK)
    fields.setdefault("started_at", now - timedelta(minutes=5))
    return Fetch.objects.create(**{"source": source or source_with(), "finished_at": now, **fields})
