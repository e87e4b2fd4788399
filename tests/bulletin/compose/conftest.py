import pytest

from bulletin.models import BulletinPage
from tests.bulletin import office
from tests.bulletin.compose import newsroom
from tests.factories.news import AFTER


@pytest.fixture
def archive(db: None) -> BulletinPage:
    """Its last monthly edition looked at AFTER."""
    archive = office.archive()
    newsroom.earlier_edition(archive, AFTER)
    return archive
