"""The site of the tests with a page cache, for processes that share a database in a file."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from cms.settings.test import *  # noqa: F403  as settings are

shutil.rmtree(VAR_DIR)  # noqa: F405
VAR_DIR = Path(os.environ["DATA_DIR"])
PAGE_CACHE_MEGABYTES = 4
LOGGING["loggers"]["access"]["level"] = "WARNING"  # noqa: F405
