from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from jobsite import sitemaps, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("sitemap-pages.xml", sitemaps.pages, name="sitemap-pages"),
    path("admin/", admin.site.urls),
    path("guide/", include("guides.urls")),
    path("", include("listings.urls")),
]

handler400 = "listings.views.errors.bad_request"
handler403 = "listings.views.errors.forbidden"
handler404 = "listings.views.errors.not_found"
handler500 = "listings.views.errors.failed"
