"""Logs go to standard error; they hold no query strings, no addresses of people and no mailed links."""

# What follows in an address of the site is a secret that was mailed to somebody.
SECRET_PATHS = [
    "/admin/password_reset/confirm/",
    "/directory/check/",
    "/directory/invitation/",
    "/bulletin-mail/",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "no_secrets": {"()": "cms.operations.secret_paths.HideSecretPaths"},
        "no_queries": {"()": "cms.operations.query_strings.HideQueries"},
    },
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["no_secrets"]}
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # `make dev` logs each request; what readers type stands in the query of the finder and of the search.
        "django.server": {"handlers": ["stderr"], "filters": ["no_queries"], "propagate": False},
        "django_tasks": {"level": "WARNING"},
        # It tells of each request, and of each that failed; search does so once.
        "elastic_transport": {"level": "CRITICAL"},
        # Making a PDF tells its progress in dozens of lines.
        "weasyprint.progress": {"level": "WARNING"},
        "fontTools": {"level": "WARNING"},
    },
}
