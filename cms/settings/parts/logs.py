"""Logs go to standard error, a JSON object a line; they hold no query strings, no addresses of people and no
mailed links."""

from cms.settings.environment import read

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
    "formatters": {
        "json": {"()": "cms.operations.log_lines.JsonLine"},
        "plain": {"()": "cms.operations.log_lines.PlainLine"},
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # The server of `make dev` tells of each request once more, with what readers type in its query.
        "django.server": {"level": "CRITICAL"},
        # That a page was not found stands in the line of its request.
        "django.request": {"level": "ERROR"},
        # One line a request. A web server in front of Django need not keep a log of its own.
        "access": {"level": "INFO"},
        # It tells of each wrong password; ours say what matters, and of whom nothing.
        "axes": {"level": "ERROR"},
        "django_tasks": {"level": "WARNING"},
        # It tells of each request, and of each that failed; search does so once.
        "elastic_transport": {"level": "CRITICAL"},
        # Making a PDF tells its progress in dozens of lines.
        "weasyprint.progress": {"level": "WARNING"},
        "fontTools": {"level": "WARNING"},
    },
}

# Where faults are reported to; nothing personal goes with them (cms.operations.fault_reports).
SENTRY_DSN = read("SENTRY_DSN")
# Whom /metrics answers; without one it does not exist (cms.operations.metrics).
METRICS_TOKEN = read("METRICS_TOKEN")
