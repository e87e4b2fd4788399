"""The settings of production over plain http, with waits that a drill can sit through.

`DRILL_SETTINGS` is JSON: settings by name, those that are spans of time in seconds.
"""

import json
import os
from datetime import timedelta

os.environ.setdefault("SECRET_KEY", "only-for-drills-" * 5)
os.environ.setdefault("HASH_KEY", "only-for-hashes-" * 5)
os.environ.setdefault("SITE_URL", "http://127.0.0.1:8000")

from cms.settings.base import *

ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
SECURE_SSL_REDIRECT = False
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

SPANS = {"BULLETIN_LEASE", "BULLETIN_GIVES_UP_AFTER", "BULLETIN_MISSED_AFTER"}
for _name, _value in json.loads(os.environ.get("DRILL_SETTINGS", "{}")).items():
    if _name == "BULLETIN_BACK_OFF":
        _value = [timedelta(seconds=seconds) for seconds in _value]
    globals()[_name] = timedelta(seconds=_value) if _name in SPANS else _value
