"""The gallery of blocks."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from cms.blocks.body import BodyBlock

pytestmark = pytest.mark.django_db


def test_it_shows_every_block_once(admin_client, demo_site):
    html = BeautifulSoup(admin_client.get(reverse("gallery")).content, "html.parser")
    headings = [heading.text for heading in html.select(".es_gallery > h2:first-child")]
    assert headings == [str(block.label) for block in BodyBlock().child_blocks.values()]


def test_it_is_not_for_readers(client, demo_site):
    assert client.get(reverse("gallery")).status_code == 302
