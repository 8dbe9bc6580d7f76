"""Where the work is done: id → what readers see."""

WORKPLACES = {
    "remote": "Remote",
    "hybrid": "Hybrid: some days at a place are required",
    "onsite": "On site",
}
