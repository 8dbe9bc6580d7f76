from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from jobsite import health, sitemaps
from jobsite.login.second_factor import second_factor
from jobsite.login.view import login

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("sitemap-pages.xml", sitemaps.pages, name="sitemap-pages"),
    path("admin/login/", login, name="login"),
    path("admin/second-factor/", second_factor, name="second-factor"),
    path("admin/", admin.site.urls),
    path("guide/", include("guides.urls")),
    path("", include("listings.urls")),
]

handler400 = "listings.web.views.errors.bad_request"
handler403 = "listings.web.views.errors.forbidden"
handler404 = "listings.web.views.errors.not_found"
handler500 = "jobsite.failed_page.failed"
