"""One machine over plain http (`make run`): no HSTS, no Secure cookies, no second factor, secrets made on the
spot."""

import os
import secrets

from cms.settings.parts.paths import VAR_DIR

for _name in ("SECRET_KEY", "HASH_KEY"):
    _file = VAR_DIR / _name.lower()
    if _name not in os.environ:
        if not _file.exists():
            VAR_DIR.mkdir(exist_ok=True)
            _file.touch(mode=0o600)
            _file.write_text(secrets.token_urlsafe(64))
        os.environ[_name] = _file.read_text().strip()

os.environ.setdefault("SITE_URL", "http://127.0.0.1:8000")

from cms.settings.base import *  # noqa: E402  the secrets have to exist first

if not read("ALLOWED_HOSTS"):
    ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *ALLOWED_HOSTS]
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_NAME = "session"
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_NAME = "csrf"
CSRF_COOKIE_SECURE = False
SECOND_FACTOR = False
SERVE_MEDIA = True
