"""Language and time."""

from django.utils.translation import gettext_lazy as _

from cms.settings.parts.paths import BASE_DIR

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English")), ("gd", _("Scottish Gaelic"))]
WAGTAIL_CONTENT_LANGUAGES = [("en-gb", _("English")), ("gd", _("Scottish Gaelic"))]
WAGTAIL_I18N_ENABLED = True
# Translating begins with a draft: what is not translated yet is still English.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en-gb", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"
WAGTAIL_USER_TIME_ZONES = ["Europe/London"]
