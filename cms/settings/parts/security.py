"""What production demands: https, cookies, passwords, headers and limits. cms.operations carries them out."""

from datetime import timedelta

from csp.constants import NONE, SELF, UNSAFE_INLINE

from cms.settings.environment import read

TRUSTED_PROXIES = read("TRUSTED_PROXIES")
SECURITY_CONTACT = read("SECURITY_CONTACT")
_media = read("MEDIA_STORAGE_URL")
_media_hosts = [_media["host"]] if "host" in _media else []
# Where the admin has a host of its own, what is drawn there leads to another one.
_public_host = [read("SITE_URL")] if read("ADMIN_URL") else []

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds())
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SESSION_COOKIE_NAME = "__Host-session"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_LASTS = timedelta(hours=12)
SESSION_IDLE = timedelta(minutes=60)
SESSION_COOKIE_AGE = int(SESSION_LASTS.total_seconds())
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = False  # the admin's own scripts read it
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "cms.operations.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"  # under /admin/ SAMEORIGIN, for the editor's preview

PUBLIC_POLICY = {
    "default-src": [NONE],
    "base-uri": [NONE],
    "connect-src": [SELF],
    "font-src": [SELF],
    "form-action": [SELF, *_public_host],  # the search is led there from the admin's own host
    "frame-ancestors": [NONE],
    "img-src": [SELF, "data:", *_media_hosts],
    "script-src": [SELF],
    "style-src": [SELF],
}
CONTENT_SECURITY_POLICY = {"DIRECTIVES": PUBLIC_POLICY}
# The admin's own templates hold inline scripts and styles, and its editor frames the preview.
ADMIN_POLICY = {
    **PUBLIC_POLICY,
    "frame-ancestors": [SELF],
    "frame-src": [SELF],
    "img-src": [SELF, "data:", "blob:", *_media_hosts, *_public_host],  # an e-mail has whole addresses
    "script-src": [SELF, UNSAFE_INLINE],
    "script-src-attr": [NONE],  # but no template of theirs holds an onclick or the like
    "style-src": [SELF, UNSAFE_INLINE],
}

# How many times in how many seconds one client may send a form, by the name or namespace of its address.
RATE_LIMITS = {
    "feedback": (60, 3600),
    "la_directory": (60, 3600),
    "la_directory:invitation": (20, 3600),
    "single_sign_on_start": (100, 3600),
    "wagtailadmin_login": (100, 3600),
    "wagtailadmin_password_reset": (10, 3600),
    "wagtailadmin_password_reset_confirm": (20, 3600),
    "wagtailcore_authenticate_with_password": (20, 900),
    "wagtailcore_login": (100, 3600),
    "wagtaildocs_authenticate_with_password": (20, 900),
}
# The web server or the media host shows images; what lies in a bucket without such a host the site does.
SERVE_MEDIA = bool(_media) and not _media_hosts
WHITENOISE_ALLOW_ALL_ORIGINS = False

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # looks only at how many tries there were
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    *(
        {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
        for name, options in (
            ("UserAttributeSimilarityValidator", {}),
            ("MinimumLengthValidator", {"min_length": 12}),
            ("CommonPasswordValidator", {}),
            ("NumericPasswordValidator", {}),
        )
    ),
    {"NAME": "cms.accounts.passwords.OwnWordsValidator"},
]
PASSWORD_HASHERS = [
    "cms.accounts.hashers.Argon2",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",  # older passwords, until the next sign-in
]
# Ten wrong passwords for one name from one client, and for a while none from there is looked at.
AXES_HANDLER = "cms.accounts.throttling.AttemptHandler"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "cms.accounts.throttling.key_of_name"
AXES_CLIENT_IP_CALLABLE = "cms.pages.client.client_as_address"
AXES_CLIENT_STR_CALLABLE = "cms.accounts.throttling.nobody"
AXES_LOCKOUT_CALLABLE = "cms.accounts.throttling.paused"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "csrfmiddlewaretoken", "next"]
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
# A code besides the password, for all who reach the admin but those in these groups alone.
SECOND_FACTOR = True
SECOND_FACTOR_EXEMPT = read("SECOND_FACTOR_EXEMPT")
LOGIN_URL = "wagtailadmin_login"
# A provider that signs people in beside the form; {} for none.
_issuer = read("OIDC_ISSUER")
SINGLE_SIGN_ON = (
    {
        "issuer": _issuer,
        "client_id": read("OIDC_CLIENT_ID"),
        "client_secret": read("OIDC_CLIENT_SECRET"),
        "groups_claim": read("OIDC_GROUPS_CLAIM"),
        "name": read("OIDC_NAME"),
    }
    if _issuer
    else {}
)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a long page in the editor has many
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
