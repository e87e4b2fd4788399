"""Wagtail: what editors may upload and how the admin behaves."""

from cms.settings.environment import read

WAGTAIL_SITE_NAME = "Employability in Scotland"
WAGTAILADMIN_BASE_URL = read("ADMIN_URL") or read("SITE_URL")
WAGTAIL_AUTOSAVE_INTERVAL = 10_000  # milliseconds
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# An address that nobody has confirmed could be somebody else's.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = True
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "cms.accounts.password_reset.ResetForm"  # noqa: S105  a form
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# An edition of the bulletin that was approved is not published; all else is.
WAGTAIL_FINISH_WORKFLOW_ACTION = "bulletin.approval.finish.finish_workflow"
WAGTAILADMIN_COMMENTS_ENABLED = True
# What is not quite the address of a page stays as it is typed: the question about it would name a draft.
WAGTAILADMIN_EXTERNAL_LINK_CONVERSION = "exact"
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {
            "features": ["bold", "italic", "ol", "ul", "link", "document-link", "superscript"],
        },
    }
}

WAGTAILIMAGES_IMAGE_MODEL = "media.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.media.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["png", "jpg", "jpeg", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 25_000_000
WAGTAILIMAGES_WEBP_QUALITY = 75
WAGTAILDOCS_DOCUMENT_MODEL = "media.SiteDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.media.forms.DocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# Written out, as some systems do not know all of them.
WAGTAILDOCS_CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv",
}
WAGTAILDOCS_EXTENSIONS = list(WAGTAILDOCS_CONTENT_TYPES)
WAGTAILDOCS_SERVE_METHOD = "serve_view"

WAGTAILAPI_BASE_URL = read("SITE_URL")
WAGTAILAPI_SEARCH_ENABLED = False  # /search/ finds more, and in a better order
# PostgreSQL would cut the stems of our entries once more, and drop words that its dictionary takes for empty.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "simple"}
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"

# The council directory: how long a check of a contact or a service holds, and how long before its end people
# are reminded.
CHECK_HOLDS_DAYS = 180
CHECK_DUE_DAYS = 45
# The link of an invitation to keep the pages of a council.
INVITATION_DAYS = 7
# A council gets at most one reminder in this many days; the link in it is good for this long.
REMINDER_EVERY_DAYS = 14
CHECK_LINK_DAYS = 30
RECORD_REPORTS_KEPT_DAYS = 365
PHONENUMBER_DEFAULT_REGION = "GB"
PHONENUMBER_DEFAULT_FORMAT = "NATIONAL"
