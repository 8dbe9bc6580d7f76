"""The site's settings, read in an environment of this run's own: no .env, an own data directory, plain static files.

DATABASE_URL and VALKEY_URL are taken over where they are set; otherwise embedded services start with the first test
and stop with the run. Being a settings module, this is read before Django and before any conftest.
"""

import atexit
import fcntl
import os
import re
import shutil
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "elsewhere-test-"


def known_settings() -> set[str]:
    example = (ROOT / ".env.example").read_text()
    return set(re.findall(r"^#?\s?([A-Z][A-Z0-9_]+)=", example, re.MULTILINE))


def own_data_dir() -> Path:
    """Short, since sockets lie in it, and open to pass, since PostgreSQL never runs as root."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir="/tmp"))
    folder.chmod(0o711 if os.geteuid() == 0 else 0o700)
    # Held until this process ends, however it ends: who can take it may clear the folder.
    lock = os.open(folder / "run.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)
    # WhiteNoise warns where it is missing.
    (folder / "static").mkdir()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


for name in known_settings() - {"DATABASE_URL", "VALKEY_URL"}:
    os.environ.pop(name, None)
os.environ |= {
    "ENV_FILE": os.devnull,
    "DATA_DIR": str(own_data_dir()),
    "EMBEDDED_DURABLE": "no",
    "STATIC_HASHED": "no",
    "SECRET_KEY": "of the tests alone, and long enough that no check complains about it",
    "CONTACT": "tests@elsewhere.example",
    # Processes that tests start read the site's own settings, from this same environment.
    "DJANGO_SETTINGS_MODULE": "jobsite.settings",
}

from jobsite.settings import *  # noqa: E402, F403 - the environment above comes first
