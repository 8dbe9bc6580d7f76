from django.urls import path

from guides import views

app_name = "guides"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("<slug:slug>/", views.chapter, name="chapter"),
]
