"""The database and the broker of a single machine, started by whoever needs them first, stopped by the last one."""

from jobsite.allinone.paths import EmbeddedError, Places
from jobsite.allinone.services import Services, ensure, forbid, forget, services

__all__ = ["EmbeddedError", "Places", "Services", "ensure", "forbid", "forget", "services"]
