"""The local settings without a log, for `make bench`."""

from cms.settings.local import *

ALLOWED_HOSTS = ["*"]
LOGGING = {"version": 1, "disable_existing_loggers": True}
