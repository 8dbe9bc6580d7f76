"""Where people may be meant by words that name a region without a code, or no town: nobody elsewhere is.

Wide on purpose: of "Southeast Asia" nobody agrees on the members, but who lives in Africa is surely none of them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib import resources

_REGIONS = tomllib.loads(resources.files(__package__).joinpath("data/regions.toml").read_text())


def _members(*regions: str) -> frozenset[str]:
    return frozenset(code for region in regions for code in _REGIONS[region]["members"].split())


SCOPES: Mapping[str, frozenset[str]] = {
    "asia_pacific": _members("asia", "apac", "middle_east"),
    "africa": _members("africa"),
    "US": frozenset(("US",)),
    "CA": frozenset(("CA",)),
}
