"""Those who look after the site learn that the engine is away."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from cms.pages.waiting import waiting_for
from search.engine.connection import Engine, engine
from search.engine.rebuilding import bring_up_to_date
from search.models import EngineAbsence, EngineChange, Entry
from tests.bulletin import office
from tests.search.engine.silent import closed_port

pytestmark = pytest.mark.django_db


@pytest.fixture
def engine_away(settings: Any) -> None:
    settings.ELASTICSEARCH = {"hosts": (closed_port(),)}


def titles(user: Any) -> list[str]:
    return [str(item.title) for item in waiting_for(user) if "engine" in str(item.title)]


def test_editors_of_the_site_see_a_line_until_it_is_back(engine_away: None, demo_site: None) -> None:
    sg, somebody = office.editor(), office.person("morag")
    assert titles(sg) == []
    bring_up_to_date()
    assert len(titles(sg)) == 1 and titles(somebody) == []
    EngineAbsence.objects.all().delete()
    assert titles(sg) == []


def test_readiness_tells_of_it_and_the_site_stays_ready(client: Client, engine_away: None) -> None:
    assert client.get("/readyz").json()["search_engine"]["state"] == "ok"
    bring_up_to_date()
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json()["search_engine"] == {"state": "away", "waiting": 0, "age": None, "away_for": 0}


def test_readiness_tells_of_an_open_breaker_before_the_clock_does(client: Client, engine_away: None) -> None:
    while not engine().breaker.went_wrong():
        pass
    assert client.get("/readyz").json()["search_engine"]["state"] == "away"


def test_what_waits_for_long_is_late(client: Client, engine_away: None) -> None:
    change = EngineChange.objects.create(entry_key=1)
    EngineChange.objects.filter(pk=change.pk).update(made_at=timezone.now() - timedelta(minutes=6))
    told = client.get("/readyz").json()["search_engine"]
    assert (told["state"], told["waiting"]) == ("late", 1)


def test_a_site_without_an_engine_tells_nothing_of_it(client: Client) -> None:
    assert "search_engine" not in client.get("/readyz").json()


def test_the_command_says_in_one_line_why_it_did_not_fill_it(engine_away: None) -> None:
    with pytest.raises(CommandError, match=r"ConnectionError\. The old index stays"):
        call_command("update_search", "--engine", stdout=StringIO())


def test_the_command_needs_an_engine() -> None:
    with pytest.raises(CommandError, match="ELASTICSEARCH_URL is not set"):
        call_command("update_search", "--engine", stdout=StringIO())


@pytest.mark.service
def test_the_command_fills_it(new_engine: Engine, demo_site: None) -> None:
    written = StringIO()
    call_command("update_search", "--engine", stdout=written)
    assert f"{Entry.objects.count()} entries in the new index" in written.getvalue()
