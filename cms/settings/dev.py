"""Development: DEBUG and plain static files on top of the local settings."""

from cms.settings.local import *

DEBUG = True
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
