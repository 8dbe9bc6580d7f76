"""Workplaces: id → label for readers."""

WORKPLACES = {
    "remote": "Remote",
    "hybrid": "Hybrid: some days at a place are required",
    "onsite": "On site",
}
# Where somebody has to be there, on some days at least.
AT_AN_OFFICE = ("hybrid", "onsite")
REMOTE_OR_HYBRID = "Remote or hybrid"
