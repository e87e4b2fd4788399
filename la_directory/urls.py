"""Addresses of the directory that are not pages."""

from django.urls import path

from la_directory.freshness import check_page, report_page
from la_directory.teams import invitation_page

app_name = "la_directory"
urlpatterns = [
    path("report/<uuid:key>/", report_page.report, name="report"),
    path("report/<uuid:key>/thanks/", report_page.thanks, name="report_thanks"),
    path("check/<str:token>/", check_page.check, name="check"),
    path("check/<str:token>/<uuid:key>/", check_page.correct, name="correct"),
    path("invitation/<str:token>/", invitation_page.invitation, name="invitation"),
]
