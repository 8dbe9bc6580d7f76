from django.urls import URLPattern, path

from listings.views import home, pages

app_name = "listings"
urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("about/", pages.about, name="about"),
    path("privacy/", pages.privacy, name="privacy"),
    path("contact/", pages.contact, name="contact"),
    path("robots.txt", pages.robots, name="robots"),
]
