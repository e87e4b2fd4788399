"""An editor, a moderator, and an edition that the editor wrote."""

from __future__ import annotations

import pytest

from bulletin.models import EditionPage
from cms.accounts.models import User
from tests.bulletin import office


@pytest.fixture
def editor(demo_site: None) -> User:
    return office.editor()


@pytest.fixture
def moderator(demo_site: None) -> User:
    return office.moderator()


@pytest.fixture
def edition(editor: User) -> EditionPage:
    return office.edition(editor)
