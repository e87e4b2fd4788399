"""What a process that serves pages loads when it starts."""

import subprocess
import sys

# They are large, and only who makes or reads such a file needs them, or who has such a service.
NOT_AT_START = {
    "authlib",
    "cryptography",
    "docx",
    "elasticsearch",
    "joserfc",
    "openpyxl",
    "prometheus_client",
    "redis",
    "segno",
    "snowballstemmer",
    "weasyprint",
}
START = """
import sys
from django.core.wsgi import get_wsgi_application
get_wsgi_application()
from django.urls import get_resolver
get_resolver().reverse_dict
print(*sys.modules)
"""


def test_large_libraries_wait_until_they_are_asked_for() -> None:
    command = [sys.executable, "-c", START]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  our own code
    loaded = set(done.stdout.split())
    assert "resources.handbook.files.formats" in loaded
    assert not NOT_AT_START & loaded
