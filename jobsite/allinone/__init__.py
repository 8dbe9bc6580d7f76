"""The database and the broker of a single machine: whoever needs them first starts them, the last user stops them."""

from jobsite.allinone.paths import DataPaths, EmbeddedError
from jobsite.allinone.services import Services, ensure, forbid, forget, services

__all__ = ["DataPaths", "EmbeddedError", "Services", "ensure", "forbid", "forget", "services"]
