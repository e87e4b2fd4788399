"""One machine over plain http (`make run`): no HSTS, no Secure cookies, a secret made on the spot."""

import os
import secrets

from cms.settings.parts.paths import VAR_DIR

_secret_file = VAR_DIR / "secret_key"
if "SECRET_KEY" not in os.environ:
    if not _secret_file.exists():
        VAR_DIR.mkdir(exist_ok=True)
        _secret_file.touch(mode=0o600)
        _secret_file.write_text(secrets.token_urlsafe(64))
    os.environ["SECRET_KEY"] = _secret_file.read_text().strip()

os.environ.setdefault("SITE_URL", "http://127.0.0.1:8000")

from cms.settings.base import *  # noqa: E402  the secret has to exist first

ALLOWED_HOSTS = ALLOWED_HOSTS or ["127.0.0.1", "localhost", "[::1]"]
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_NAME = "session"
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_NAME = "csrf"
CSRF_COOKIE_SECURE = False
SERVE_MEDIA = True
