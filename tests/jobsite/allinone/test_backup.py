"""Backup and restore, of the test database itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings


@pytest.mark.django_db(transaction=True)
def test_a_backup_restores_what_was_there_and_discards_the_index(tmp_path: Path, settings: Settings) -> None:
    file = tmp_path / "site.backup"
    settings.INDEX_DIR = tmp_path / "index"
    settings.INDEX_DIR.mkdir()
    User.objects.create(username="ada")
    call_command("backup", str(file))
    User.objects.create(username="grace")
    call_command("restore", "--yes", str(file))
    assert [user.username for user in User.objects.all()] == ["ada"]
    assert file.stat().st_mode & 0o777 == 0o600
    assert not settings.INDEX_DIR.exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_not_a_backup_changes_nothing(tmp_path: Path, settings: Settings) -> None:
    settings.INDEX_DIR = tmp_path / "index"
    settings.INDEX_DIR.mkdir()
    User.objects.create(username="ada")
    (tmp_path / "other").write_text("something else")
    archive = "pg_restore failed: pg_restore: error: input file does not appear to be a valid archive"
    with pytest.raises(CommandError, match=archive):
        call_command("restore", "--yes", str(tmp_path / "other"))
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        call_command("restore", "--yes", str(tmp_path / "missing"))
    with pytest.raises(CommandError, match="cannot be written: No such file"):
        call_command("backup", str(tmp_path / "no" / "such"))
    assert User.objects.get().username == "ada"
    assert settings.INDEX_DIR.exists()
