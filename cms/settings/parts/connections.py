"""The database, the shared cache, the engine of search, files and mail."""

from pathlib import Path
from typing import Any

from cms.settings.addresses import database
from cms.settings.environment import read
from cms.settings.parts.paths import BUILD_DIR, VAR_DIR

DATABASES = {"default": database(read("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'site.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = read("REDIS_URL")


def cache_settings(redis_url: str) -> dict[str, dict[str, Any]]:
    """What reads from `default` takes no answer for a miss; `shared` says so when Redis is away."""
    in_process = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    redis = {"LOCATION": redis_url, "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1}}
    forgiving = {**redis, "BACKEND": "cms.page_cache.forgiving.ForgivingRedisCache"}
    strict = {**redis, "BACKEND": "django.core.cache.backends.redis.RedisCache"}
    return {
        "default": forgiving if redis_url else in_process,
        "shared": strict if redis_url else in_process,
        "renditions": {**in_process, "LOCATION": "renditions", "TIMEOUT": 600},
    }


CACHES = cache_settings(REDIS_URL)

globals().update(read("ELASTICSEARCH_URL"))

_backups = read("BACKUP_FOLDER")
BACKUP_STORAGE = _backups if isinstance(_backups, dict) else {}  # then the folder holds only unfinished ones
BACKUP_FOLDER = VAR_DIR / "backups" if BACKUP_STORAGE else Path(_backups or VAR_DIR / "backups")
BACKUP_KEEP = read("BACKUP_KEEP")

MEDIA_STORAGE = read("MEDIA_STORAGE_URL")
MEDIA_HOST = MEDIA_STORAGE.pop("host", "")
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = f"https://{MEDIA_HOST}/" if MEDIA_HOST else "/media/"
STATIC_ROOT = VAR_DIR / "static"
STATIC_URL = "/static/"
STATICFILES_DIRS = [BUILD_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "cms.operations.object_storage.ObjectStorage", "OPTIONS": MEDIA_STORAGE}
    if MEDIA_STORAGE
    else {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

globals().update(read("EMAIL_URL"))
# How long, in seconds, a relay may take to answer the end of a message: well within BULLETIN_LEASE.
EMAIL_REPLY_TIMEOUT = 120
EMAIL_FILE_PATH = VAR_DIR / "mail"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = read("DEFAULT_FROM_EMAIL")
