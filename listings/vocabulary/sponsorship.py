"""Whether the employer sponsors a visa or a work permit."""

from __future__ import annotations

from collections.abc import Mapping

OFFERED, NOT_OFFERED = "offered", "not offered"
SPONSORSHIPS: Mapping[str, str] = {OFFERED: "Visa sponsorship offered", NOT_OFFERED: "No visa sponsorship"}
