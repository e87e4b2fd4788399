"""One council with a contact and a product of the handbook."""

from __future__ import annotations

import pytest

from la_directory.models import CouncilPage, DirectoryPage
from resources.models import ProductPage
from tests.factories import councils, handbook_pages
from tests.factories.pages import home_page


@pytest.fixture
def directory(db: None) -> DirectoryPage:
    return councils.directory(home_page())


@pytest.fixture
def glasgow(directory: DirectoryPage) -> CouncilPage:
    return councils.council(directory)


@pytest.fixture
def fife(directory: DirectoryPage) -> CouncilPage:
    return councils.council(directory, councils.FIFE)


@pytest.fixture
def product(db: None) -> ProductPage:
    return handbook_pages.product_page(handbook_pages.handbook_page(home_page()), "Service Standards")
