"""The JSON addresses keep to what they promise, whatever they are asked; at length in make drills."""

from __future__ import annotations

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase
from hypothesis import settings as how
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.hostile.json_apis import document

pytestmark = pytest.mark.django_db

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
PLAIN = {"Accept-Encoding": "identity"}  # it reads no compressed answer
schema = schemathesis.openapi.from_dict(document())
schema.app = get_wsgi_application()
schema.config.base_url = "http://localhost"


@schema.parametrize()
@how(
    max_examples=12,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
def test_answers_are_as_described(case: Case, demo_site: None) -> None:
    case.call_and_validate(checks=CHECKS, headers=PLAIN)


@pytest.mark.drill
@schema.parametrize()
@how(max_examples=400, deadline=None, database=None, suppress_health_check=list(HealthCheck))
def test_answers_are_as_described_at_length(case: Case, demo_site: None) -> None:
    case.call_and_validate(checks=CHECKS, headers=PLAIN)
