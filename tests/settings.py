"""The site's settings, read in this run's own environment: no .env, its own data directory, plain static files.

DATABASE_URL and VALKEY_URL are kept if set; otherwise embedded services start with the first test and stop with the
run. As a settings module, this is read before Django and before any conftest.
"""

import atexit
import fcntl
import os
import re
import shutil
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Runs that were killed are recognised by it: see conftest.py.
PREFIX = "elsewhere-test-"


def variable_names() -> set[str]:
    example = (ROOT / ".env.example").read_text()
    return set(re.findall(r"^#?\s?([A-Z][A-Z0-9_]+)=", example, re.MULTILINE))


def create_data_dir() -> Path:
    # In /tmp whatever TMPDIR says: the sockets inside need a short path, and PostgreSQL's user must reach it.
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir="/tmp"))
    folder.chmod(0o711 if os.geteuid() == 0 else 0o700)
    # The lock lasts as long as this process, however it ends: whoever gets it may clear the folder. It is taken before
    # the file has its name, or another run could clear this one just as it starts.
    lock = os.open(folder / "new.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)
    (folder / "new.lock").rename(folder / "run.lock")
    # WhiteNoise warns if it is missing.
    (folder / "static").mkdir()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


for name in variable_names() - {"DATABASE_URL", "VALKEY_URL"}:
    os.environ.pop(name, None)
os.environ |= {
    "ENV_FILE": os.devnull,
    "DATA_DIR": str(create_data_dir()),
    "EMBEDDED_DURABLE": "no",
    "STATIC_HASHED": "no",
    "SECRET_KEY": "only for tests, and long enough that no system check complains about it",
    "CONTACT": "tests@elsewhere.example",
    # All tests are one client.
    "CLIENT_SHARE": "0",
    # Processes that tests start read the site's own settings, from this same environment.
    "DJANGO_SETTINGS_MODULE": "jobsite.settings",
}

from jobsite.settings import *  # noqa: E402, F403 - the environment above comes first

# Half a second of processor time for each account is spent for passwords that matter.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
