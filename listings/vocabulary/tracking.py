"""Names of URL parameters that follow a reader around and change nothing about the page they lead to."""

from __future__ import annotations

# Campaign parameters of Google Analytics, Matomo, Google Ads and HubSpot.
PREFIXES = ("utm_", "pk_", "mtm_", "gad_", "_hs")
NAME_LIST = """
_ga _gl dclid fbclid gbraid gclid gclsrc igshid li_fat_id mc_cid mc_eid msclkid ref ref_src srsltid trk ttclid twclid
vero_id wbraid yclid
"""
NAMES = frozenset(NAME_LIST.split())


def is_tracking(name: str) -> bool:
    """True for "utm_source", "UTM_Source", "gclid". `name` is decoded and carries no value."""
    folded = name.lower()
    return folded in NAMES or any(folded.startswith(prefix) and folded != prefix for prefix in PREFIXES)
