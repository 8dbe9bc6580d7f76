"""Workplaces: id → label for readers."""

WORKPLACES = {
    "remote": "Remote",
    "hybrid": "Hybrid: some days at a place are required",
    "onsite": "On site",
}
REMOTE_OR_HYBRID = "Remote or hybrid"
