from __future__ import annotations

from hypothesis import HealthCheck, settings

# No example is judged by the clock: the machine may be busy with something else.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")
