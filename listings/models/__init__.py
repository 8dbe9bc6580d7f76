from listings.models.changes import Change, LedgerRow
from listings.models.companies import Company
from listings.models.fetches import ErrorResponse, Fetch, LastResponse, PendingPage, Snapshot
from listings.models.listings import Listing, Merge, Posting
from listings.models.match_keys import KeepSeparate, MatchKey
from listings.models.reports import Report, ReportDecision
from listings.models.sources import Employer, Source
from listings.models.takedowns import Takedown

__all__ = [
    "Change",
    "Company",
    "Employer",
    "ErrorResponse",
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
    "ReportDecision",
    "Snapshot",
    "Source",
    "Takedown",
]
