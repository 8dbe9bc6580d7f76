from listings.models.changes import Change, LedgerRow
from listings.models.companies import Company
from listings.models.fetches import Fetch, LastAnswer, Snapshot
from listings.models.listings import Listing, Merge, Posting
from listings.models.match_keys import Apart, Likeness
from listings.models.reports import Report
from listings.models.sources import Source

__all__ = [
    "Apart",
    "Change",
    "Company",
    "Fetch",
    "LastAnswer",
    "LedgerRow",
    "Likeness",
    "Listing",
    "Merge",
    "Posting",
    "Report",
    "Snapshot",
    "Source",
]
