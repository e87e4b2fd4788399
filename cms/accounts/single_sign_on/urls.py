"""Outside Wagtail’s own addresses, which are for people who are signed in."""

from django.urls import path

from cms.accounts.single_sign_on import views

urlpatterns = [
    path("single-sign-on/", views.start, name="single_sign_on_start"),
    path("single-sign-on/callback/", views.callback, name="single_sign_on_callback"),
]
