from listings.admin.companies import CompanyAdmin
from listings.admin.employers import EmployerAdmin
from listings.admin.fetches import FetchAdmin
from listings.admin.listings import ListingAdmin
from listings.admin.reports import ReportAdmin
from listings.admin.sources import SourceAdmin
from listings.admin.takedowns import TakedownAdmin

__all__ = [
    "CompanyAdmin",
    "EmployerAdmin",
    "FetchAdmin",
    "ListingAdmin",
    "ReportAdmin",
    "SourceAdmin",
    "TakedownAdmin",
]
