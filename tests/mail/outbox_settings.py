"""A site that holds nothing but the outbox, for processes that are started, raced and killed."""

from __future__ import annotations

import os

from cms.settings.addresses import database, email

SECRET_KEY = HASH_KEY = "only-for-tests-" * 5
USE_TZ = True
INSTALLED_APPS = ["django_tasks", "cms.mail"]
DATABASES = {"default": database(os.environ["DATABASE_URL"])}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
DEFAULT_FROM_EMAIL = "site@example.org"
EMAIL_REPLY_TIMEOUT = 20
globals().update(email(os.environ["EMAIL_URL"]))
