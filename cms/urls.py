"""Every address of the site but those of health. Pages come last: they take whatever is left."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.defaults import page_not_found
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.views import serve

from cms.operations.media import rendition
from cms.operations.robots import robots
from cms.operations.security_txt import security_policy, security_txt
from cms.pages.api import router
from cms.pages.sitemap import sitemap
from la_directory.my_council.landing import landing
from search.views import description, search, suggest

# Where the images lie on this machine and no web server stands in front, the site serves them itself.
media = [
    re_path(r"^media/images/(?P<name>[\w\-.]+\.(?:avif|gif|jpe?g|png|webp))$", rendition, name="rendition"),
]

urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path(".well-known/security-policy.txt", security_policy, name="security_policy"),
    path("sitemap.xml", sitemap, name="sitemap"),
    # Instead of Wagtail's own, which leads everybody to the dashboard.
    path("admin/", landing, name="wagtailadmin_home"),
    path("admin/", include("la_directory.teams.admin_urls")),
    path("admin/", include("cms.operations.audit")),
    path("admin/", include("cms.accounts.single_sign_on.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("api/v2/", router.urls),
    # A number that no row has, and that Wagtail’s view would fall over.
    re_path(r"^documents/\d{19,}/", page_not_found, {"exception": None}, name="no_document"),
    path("documents/", include(wagtaildocs_urls)),
    path("open-referral/", include("la_directory.open_referral.urls")),
    *(media if settings.SERVE_MEDIA else []),
    # English has no prefix, Gaelic stands under /gd/.
    *i18n_patterns(
        path("search/", search, name="search"),
        path("search/suggest/", suggest, name="suggest"),
        path("search/description.xml", description, name="search_description"),
        path("feedback/", include("cms.pages.feedback.urls")),
        path("directory/", include("la_directory.urls")),
        path("", include("bulletin.urls")),
        # Wagtail's own pattern takes no full stop, which the files below a page have.
        re_path(
            r"^((?:[\w\-]+/)+[\w\-]+\.(?:csv|docx|jpg|jpeg|json|pdf|png))$", serve, name="file_below_a_page"
        ),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]

handler500 = "cms.operations.errors.server_error"
