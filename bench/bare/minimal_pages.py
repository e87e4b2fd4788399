"""The same with two pages, the smallest that Wagtail can have: what the time of ours is measured against."""

import os
from pathlib import Path

from bench.bare.wagtail_site import *  # noqa: F403  as settings are
from bench.bare.wagtail_site import INSTALLED_APPS as OF_WAGTAIL

INSTALLED_APPS = ["bench", *OF_WAGTAIL]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": Path(os.environ["DATA_DIR"], "minimal.sqlite3"),
    }
}
