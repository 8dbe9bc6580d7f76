from importlib.util import find_spec

from django.urls import URLPattern, path

from listings import sitemaps
from listings.views import home, listing, pages

app_name = "listings"
urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("jobs/<int:pk>/", listing.listing),
    path("jobs/<int:pk>-<str:slug>/", listing.listing, name="listing"),
    path("about/", pages.about, name="about"),
    path("privacy/", pages.privacy, name="privacy"),
    path("contact/", pages.contact, name="contact"),
    path("robots.txt", pages.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-jobs-<int:section>.xml", sitemaps.listings, name="sitemap-listings"),
]

# The search is a part of its own that arrives on its own; until then the front page is all that lists.
if find_spec("listings.search.results"):
    from listings import feeds
    from listings.views import search

    urlpatterns = [
        path("", search.home, name="home"),
        path("jobs/", search.search, name="search"),
        path("jobs.json", feeds.json_feed, name="json-feed"),
        path("jobs.rss", feeds.rss, name="rss"),
        *urlpatterns[1:],
    ]
