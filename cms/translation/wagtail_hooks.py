from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

import cms.translation.buttons
import cms.translation.editor_hooks  # noqa: F401  hooks register themselves
from cms.translation.po_views import download, upload
from cms.translation.report import TranslationsReport
from cms.translation.review import REVIEWED, MarkAsReviewed
from cms.translation.rights import SUBMIT
from cms.translation.submit import SubmitPage, SubmitSnippet
from cms.translation.update import UpdateTranslations


def no_copies(request: HttpRequest, page_id: int) -> HttpResponse:
    """The Gaelic tree holds what is translated and no copies of English pages."""
    messages.error(request, _("Pages do not become copies of the English ones here. Delete it instead."))
    return redirect("wagtailadmin_pages:edit", page_id)


@hooks.register("register_admin_urls", order=-10)
def addresses() -> list[URLPattern | URLResolver]:
    """Those below "localize/" stand before wagtail-localize’s own and answer in their place."""
    own = [
        path("localize/submit/page/<int:page_id>/", SubmitPage.as_view(), name="submit_page"),
        path(
            "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
            SubmitSnippet.as_view(),
            name="submit_snippet",
        ),
        path("localize/update/<int:translation_source_id>/", UpdateTranslations.as_view(), name="update"),
        path("localize/translate/<int:translation_id>/pofile/download/", download, name="download"),
        path("localize/translate/<int:translation_id>/pofile/upload/", upload, name="upload"),
        path("localize/page/<int:page_id>/convert_to_alias/", no_copies, name="no_copies"),
        path("translations/<int:translation_id>/review/", MarkAsReviewed.as_view(), name="review"),
        path("reports/translations/", TranslationsReport.as_view(), name="report"),
        path(
            "reports/translations/results/",
            TranslationsReport.as_view(results_only=True),
            name="report_results",
        ),
    ]
    return [path("", include((own, "translation")))]


class ReportMenuItem(MenuItem):
    """Shown to those who may translate."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(SUBMIT)


@hooks.register("register_reports_menu_item")
def report_in_the_menu() -> MenuItem:
    url = reverse("translation:report")
    return ReportMenuItem(_("Translations"), url, name="translations", icon_name="globe", order=120)


@hooks.register("register_log_actions")
def reviewing_in_the_log(actions: LogActionRegistry) -> None:
    actions.register_action(
        REVIEWED, _("Mark translation as reviewed"), _("Marked the machine-drafted translation as reviewed")
    )
