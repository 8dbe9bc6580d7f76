from django.urls import URLPattern, path

from listings.web import feeds, sitemaps
from listings.web.views import (
    autocomplete,
    fit,
    following,
    installed_app,
    job,
    pages,
    reports,
    saved,
    search,
    share,
    situation,
)

app_name = "listings"
urlpatterns: list[URLPattern] = [
    path("", search.home, name="home"),
    path("jobs/", search.search, name="search"),
    path("jobs/suggest", autocomplete.suggest, name="suggest"),
    path("jobs.json", feeds.json_feed, name="json-feed"),
    path("jobs.rss", feeds.rss, name="rss"),
    path("jobs.atom", feeds.atom, name="atom"),
    path("jobs/<int:pk>/", job.listing),
    path("jobs/<int:pk>-<str:slug>/", job.listing, name="listing"),
    path("jobs/<int:pk>/report", reports.report, name="report"),
    path("jobs/<int:pk>/share.png", share.listing, name="share-listing"),
    path("share.png", share.site, name="share"),
    path("jobs/cards/", saved.saved_cards, name="cards"),
    path("saved/", saved.saved, name="saved"),
    path("following/", following.following, name="following"),
    path("following/news", following.news, name="news"),
    path("situation/", situation.situation, name="situation"),
    path("situation/forget", situation.forget, name="forget"),
    path("manifest.webmanifest", installed_app.manifest, name="manifest"),
    path("icons/<str:name>.png", installed_app.icon, name="icon"),
    path("service-worker.js", installed_app.service_worker, name="service-worker"),
    path("offline/", installed_app.offline, name="offline"),
    path("fit/", fit.report, name="fit"),
    path("about/", pages.about, name="about"),
    path("privacy/", pages.privacy, name="privacy"),
    path("contact/", pages.contact, name="contact"),
    path("robots.txt", pages.robots, name="robots"),
    path(".well-known/security.txt", pages.security, name="security"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-jobs-<int:section>.xml", sitemaps.listings, name="sitemap-listings"),
]
