"""Addresses of the admin that stand before Wagtail's own and answer in their place."""

from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.utils.urlpatterns import decorate_urlpatterns

from la_directory.teams.choosers import Browse, ChosenMultiple, ExternalLink, Search
from la_directory.teams.explorer import ExplorerViewSet

urlpatterns = decorate_urlpatterns(
    [
        # The list of those whose pages stand in two languages begins here; Wagtail's names every editor.
        path("pages/", ExplorerViewSet().index_view, name="wagtailadmin_explore_root"),
        path("choose-page/", Browse.as_view(), name="wagtailadmin_choose_page"),
        path("choose-page/<int:parent_page_id>/", Browse.as_view(), name="wagtailadmin_choose_page_child"),
        path("choose-page/search/", Search.as_view(), name="wagtailadmin_choose_page_search"),
        path(
            "choose-page/chosen-multiple/",
            ChosenMultiple.as_view(),
            name="wagtailadmin_choose_page_chosen_multiple",
        ),
        path("choose-external-link/", ExternalLink.as_view(), name="wagtailadmin_choose_page_external_link"),
    ],
    require_admin_access,
)
