import pytest

from la_directory.models import ContactPage, CouncilPage, DirectoryPage
from tests.factories import councils
from tests.factories.pages import home_page


@pytest.fixture
def directory(db: None) -> DirectoryPage:
    """Glasgow and nobody else."""
    page = councils.directory(home_page())
    councils.council(page)
    return page


@pytest.fixture
def glasgow(directory: DirectoryPage) -> CouncilPage:
    return CouncilPage.objects.child_of(directory).get()


@pytest.fixture
def team(glasgow: CouncilPage) -> ContactPage:
    return councils.contact(glasgow)
