"""Development: DEBUG, plain static files and log lines, and no page cache on top of the local settings."""

from cms.settings.local import *

DEBUG = True
PAGE_CACHE_MEGABYTES = 0  # templates change without a change of content
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# The server of development logs each request by itself.
LOGGING["handlers"]["stderr"]["formatter"] = "plain"
LOGGING["loggers"]["access"]["level"] = "WARNING"
