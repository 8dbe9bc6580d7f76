"""Where the services of a single machine keep data, logs and sockets. Reading a path creates and starts nothing."""

from __future__ import annotations

import hashlib
import os
import pwd
import re
import stat
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

SYSTEM_USER = "elsewhere"
SYSTEM_DIR = Path("/var/lib/elsewhere")
# The kernel's sun_path has 108 bytes on Linux and 104 on macOS; the closing NUL takes one.
MAX_SOCKET_PATH = 103 if sys.platform == "darwin" else 107
# Anything else would have to be quoted, differently in a DSN, a URL and a configuration file.
PLAIN_PATH = re.compile(r"[\w/.@+-]+", re.ASCII)


class EmbeddedError(Exception):
    """The services cannot run here. The message is one sentence for whoever started the program."""


def can_reach(path: Path, uid: int, gid: int) -> bool:
    """True if this user may enter every folder down to `path`. Missing folders count as open: we create them so."""
    folder = path if path.is_dir() else path.parent
    for ancestor in (folder, *folder.parents):
        try:
            status = ancestor.stat()
        except FileNotFoundError:
            continue
        # As in the kernel, the first class that fits decides: an owner without x is refused even if others have it.
        if status.st_uid == uid:
            allowed = status.st_mode & stat.S_IXUSR
        elif status.st_gid == gid:
            allowed = status.st_mode & stat.S_IXGRP
        else:
            allowed = status.st_mode & stat.S_IXOTH
        if not allowed:
            return False
    return True


def make_folder(path: Path, mode: int) -> None:
    """Creates missing folders with exactly this mode. An existing folder keeps its own."""
    if path.is_dir():
        return
    make_folder(path.parent, mode)
    try:
        path.mkdir(mode)
    except FileExistsError:
        return
    except OSError as error:
        raise EmbeddedError(f"{path} cannot be created: {error.strerror}.") from error
    # mkdir subtracts the umask, and `up` sets a strict one.
    path.chmod(mode)


@dataclass(frozen=True, slots=True)
class Account:
    name: str
    uid: int
    gid: int


def user_name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def system_account() -> Account | None:
    """The user that PostgreSQL runs as if we are root, as which it refuses to run. None: it runs as ourselves."""
    if os.geteuid() != 0:
        return None
    for name in (SYSTEM_USER, "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, user.pw_uid, user.pw_gid)
    raise EmbeddedError("PostgreSQL needs an unprivileged system user, and this machine has none; set DATABASE_URL.")


@dataclass(frozen=True)
class DataPaths:
    """Paths below the data directory, which is absolute. `explicit`: the user set it, so nothing may move elsewhere."""

    data_dir: Path
    explicit: bool

    @property
    def folder_mode(self) -> int:
        """Root's folders let PostgreSQL's user pass through without listing them; the files inside are private."""
        return 0o711 if os.geteuid() == 0 else 0o700

    def make_data_dir(self) -> None:
        make_folder(self.data_dir, self.folder_mode)
        if os.geteuid() == 0 and (owner := self.data_dir.stat().st_uid) != 0:
            # Files that root created here would lock the owner out of the site.
            raise EmbeddedError(
                f"DATA_DIR {self.data_dir} belongs to the user {user_name(owner)}: run this as that user."
            )

    @cached_property
    def private_dir(self) -> Path:
        """For whatever PostgreSQL's user cannot reach otherwise; one folder for each data directory."""
        return SYSTEM_DIR / hashlib.sha256(str(self.data_dir).encode()).hexdigest()[:12]

    @cached_property
    def is_relocated(self) -> bool:
        """True if the database lives in `private_dir`: PostgreSQL's user cannot reach root's default data directory."""
        return not self.explicit and not self.is_reachable

    @cached_property
    def is_reachable(self) -> bool:
        account = system_account()
        return account is None or can_reach(self.data_dir, account.uid, account.gid)

    @property
    def postgres(self) -> Path:
        return (self.private_dir if self.is_relocated else self.data_dir) / "postgres"

    @property
    def postgres_data(self) -> Path:
        return self.postgres / "data"

    @property
    def valkey(self) -> Path:
        return self.data_dir / "valkey"

    @property
    def logs(self) -> Path:
        return self.data_dir / "logs"

    @cached_property
    def sockets(self) -> Path:
        """A short, plain path: URLs contain it unquoted, and the kernel limits its length."""
        beside = self.postgres.parent / "run"
        longest = beside / "postgres" / ".s.PGSQL.5432"
        if len(os.fsencode(longest)) <= MAX_SOCKET_PATH and PLAIN_PATH.fullmatch(str(beside)):
            return beside
        if os.geteuid() == 0:
            return self.private_dir / "run"
        return Path("/tmp") / f"{SYSTEM_USER}-{os.geteuid()}-{self.private_dir.name}"  # noqa: S108 - owner is checked

    def make_sockets_dir(self) -> None:
        make_folder(self.sockets, self.folder_mode)
        # /tmp is open to all, so another user could have created our folder first and would control the sockets.
        if self.sockets.lstat().st_uid != os.geteuid():
            raise EmbeddedError(f"{self.sockets} belongs to another user: remove it, or choose a shorter DATA_DIR.")

    @property
    def postgres_socket_dir(self) -> Path:
        return self.sockets / "postgres"

    @property
    def valkey_socket(self) -> Path:
        return self.sockets / "valkey" / "valkey.sock"

    @property
    def database_settings(self) -> dict[str, object]:
        return {
            "ENGINE": "jobsite.allinone.backend",
            "NAME": SYSTEM_USER,
            "USER": "postgres",
            "HOST": str(self.postgres_socket_dir),
            "PORT": "5432",
        }

    @property
    def valkey_url(self) -> str:
        return f"unix://{self.valkey_socket}?db=0"
