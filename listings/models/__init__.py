from listings.models.changes import Change, LedgerRow
from listings.models.companies import Company
from listings.models.fetches import Fetch, LastResponse, PendingPage, Snapshot
from listings.models.listings import Listing, Merge, Posting
from listings.models.match_keys import KeepSeparate, MatchKey
from listings.models.reports import Report
from listings.models.sources import Employer, Source

__all__ = [
    "Change",
    "Company",
    "Employer",
    "Fetch",
    "KeepSeparate",
    "LastResponse",
    "LedgerRow",
    "Listing",
    "MatchKey",
    "Merge",
    "PendingPage",
    "Posting",
    "Report",
    "Snapshot",
    "Source",
]
