"""What a process that serves pages loads when it starts."""

import subprocess
import sys

# They are large, and only who makes or reads such a file, or signs in with single sign-on, needs them.
NOT_AT_START = {"authlib", "docx", "joserfc", "openpyxl", "weasyprint"}
START = """
import sys
from django.core.wsgi import get_wsgi_application
get_wsgi_application()
from django.urls import get_resolver
get_resolver().reverse_dict
print(*sys.modules)
"""


def test_libraries_for_few_requests_wait_until_one_is_made() -> None:
    command = [sys.executable, "-c", START]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  our own code
    loaded = set(done.stdout.split())
    assert "resources.handbook.files.formats" in loaded
    assert not NOT_AT_START & loaded
