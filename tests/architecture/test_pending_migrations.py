"""No model has changed without a migration."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from tests.architecture.layers import package_of

pytestmark = pytest.mark.django_db  # a migration of wagtail-localize asks the database when it is read


def pending(models_as_they_are: ProjectState) -> set[str]:
    """The labels of our apps whose models differ from what their migrations make."""
    loader = MigrationLoader(None)
    changes = MigrationAutodetector(loader.project_state(), models_as_they_are).changes(graph=loader.graph)
    return {label for label in changes if package_of(apps.get_app_config(label).name)}


def test_no_migration_is_pending() -> None:
    assert pending(ProjectState.from_apps(apps)) == set()


def test_a_changed_model_is_seen() -> None:
    state = ProjectState.from_apps(apps)
    state.remove_field("media", "siteimage", "description")
    assert "media" in pending(state)
