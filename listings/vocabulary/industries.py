"""Kinds of employers that seekers type beside a role: "saas", "startup". Ads say it in their text, not in their title.

Only words that name no trade of their own: an insurance agent deals in insurance.
"""

from __future__ import annotations

_NAMES = """
adtech agency agritech b2b b2c biotech charity cleantech climatetech d2c edtech enterprise fintech foodtech govtech
healthtech igaming insurtech legaltech marketplace martech medtech ngo nonprofit proptech saas scaleup smb sme startup
"""
# In lower case, singular, compounds joined.
INDUSTRIES = frozenset(_NAMES.split())
