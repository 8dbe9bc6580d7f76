from listings.admin.companies import CompanyAdmin
from listings.admin.fetches import FetchAdmin
from listings.admin.listings import ListingAdmin
from listings.admin.reports import ReportAdmin
from listings.admin.sources import SourceAdmin

__all__ = ["CompanyAdmin", "FetchAdmin", "ListingAdmin", "ReportAdmin", "SourceAdmin"]
