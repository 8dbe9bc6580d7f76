from listings.models.changes import Change, LedgerRow
from listings.models.companies import Company
from listings.models.fetches import Fetch, LastAnswer, Snapshot
from listings.models.listings import Listing, Merge, Posting
from listings.models.sources import Source

__all__ = [
    "Change",
    "Company",
    "Fetch",
    "LastAnswer",
    "LedgerRow",
    "Listing",
    "Merge",
    "Posting",
    "Snapshot",
    "Source",
]
