from __future__ import annotations

from pathlib import Path

from tests.jobsite.conftest import Manage

ADD = "from django.contrib.auth.models import User; User.objects.create(username='{}')"
COUNT = "from django.contrib.auth.models import User; print(sorted(User.objects.values_list('username', flat=True)))"


def test_a_backup_brings_back_what_was_there(folder: Path, manage: Manage) -> None:
    file = folder / "site.backup"
    (folder / "index").mkdir()
    steps = [("migrate", "-v0"), ("shell", "-v0", "-c", ADD.format("ada")), ("backup", str(file))]
    steps += [("shell", "-v0", "-c", ADD.format("grace")), ("restore", "--yes", str(file))]
    for step in steps:
        done = manage(*step)
        assert done.returncode == 0, done.stderr
    assert manage("shell", "-v0", "-c", COUNT).stdout.strip() == "['ada']"
    assert file.stat().st_mode & 0o777 == 0o600
    assert not (folder / "index").exists()


def test_what_is_no_backup_changes_nothing(folder: Path, manage: Manage) -> None:
    (folder / "other").write_text("something else")
    done = manage("restore", "--yes", str(folder / "other"))
    assert done.returncode == 1
    assert "pg_restore failed: pg_restore: error: input file does not appear to be a valid archive" in done.stderr
    assert "cannot be read: No such file" in manage("restore", "--yes", str(folder / "missing")).stderr
    assert "cannot be written: No such file" in manage("backup", str(folder / "no" / "such")).stderr
