"""Tests: production with plain http, fast passwords, no second factor, mail in memory and tasks at once."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("SECRET_KEY", "only-for-tests-" * 5)
os.environ.setdefault("HASH_KEY", "only-for-hashes-" * 5)
os.environ.setdefault("SITE_URL", "http://127.0.0.1:8000")

from cms.settings.base import *

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_NAME = "session"
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_NAME = "csrf"
CSRF_COOKIE_SECURE = False
SECOND_FACTOR = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ELASTICSEARCH = {}  # tests of it name theirs
PAGE_CACHE_MEGABYTES = 0  # tests of it set theirs
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
_folder = tempfile.TemporaryDirectory(prefix="employability-tests-")  # goes with the process
VAR_DIR = Path(_folder.name)
MEDIA_ROOT = VAR_DIR / "media"
BACKUP_FOLDER = VAR_DIR / "backups"
STATIC_ROOT = VAR_DIR / "static"
