"""Where the report stands in the admin. The hooks of cms.pages import this module."""

from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.pages.review.report import ReviewReport


@hooks.register("register_reports_menu_item")
def reviews_in_the_menu() -> MenuItem:
    return MenuItem(_("Reviews"), reverse("review_report:index"), name="reviews", icon_name="date", order=110)


@hooks.register("register_admin_urls")
def review_addresses() -> list[URLPattern | URLResolver]:
    addresses = [
        path("", ReviewReport.as_view(), name="index"),
        path("results/", ReviewReport.as_view(results_only=True), name="results"),
    ]
    return [path("reports/reviews/", include((addresses, "review_report")))]
