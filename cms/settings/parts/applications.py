"""The apps, in the order of the layers, and the way of a request through them."""

from cms.settings.environment import read
from cms.settings.parts.paths import BASE_DIR

INSTALLED_APPS = [
    # First, so that after a commit its mark changes before all else: what fails there ends the rest.
    "cms.page_cache",
    "home",
    "search",
    "la_directory",
    "bulletin",
    "resources",
    "cms.operations",
    "cms.translation",
    "cms.pages",
    "cms.blocks",
    "cms.vocabulary",
    "cms.media",
    "cms.accounts",
    "cms.mail",
    "cms.partial_dates",
    "cms.design_system",
    "axes",
    "wagtail_localize",
    "wagtail.api.v2",
    *(["wagtail.contrib.frontend_cache"] if read("FRONTEND_CACHE_URL") else []),
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "phonenumber_field",
    "rest_framework",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "django.forms",
]

MIDDLEWARE = [
    "cms.operations.access.AccessMiddleware",
    "cms.operations.compression.CompressionMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "cms.page_cache.middleware.PageCacheMiddleware",
    "cms.operations.headers.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.operations.health.HealthMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.operations.headers.CacheControlMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.languages.middleware.LanguageMiddleware",
    "cms.operations.admin_host.AdminHostMiddleware",
    "django.middleware.common.CommonMiddleware",
    "cms.pages.site.SiteMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",
    "cms.accounts.sessions.SessionEndMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "cms.accounts.second_factor.gate.SecondFactorMiddleware",
    "la_directory.teams.gate.CouncilGateMiddleware",
    "cms.operations.limits.RateLimitMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "cms.design_system.templatetags.design_system",
                "cms.languages.tags",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
