"""Uploads that are not what they say get a message beside the field, and nothing is stored."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection

from cms.media.models import SiteDocument, SiteImage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("photo.png", b"this is no picture", "valid"),
        ("photo.png", b"\x89PNG\r\n\x1a\n", "valid"),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "supported image format"),
    ],
)
def test_a_broken_picture_is_refused_beside_its_field(admin_client, demo_site, name, content, message):
    before = SiteImage.objects.count()
    data = {"title": "Photo", "collection": Collection.get_first_root_node().pk}
    upload = SimpleUploadedFile(name, content, "image/png")
    response = admin_client.post(reverse("wagtailimages:add"), {**data, "file": upload})
    assert response.status_code == 200
    [error] = response.context["form"].errors["file"]
    assert message in error
    assert response.context["form"]["title"].value() == "Photo", "what was typed is still there"
    assert SiteImage.objects.count() == before


def test_a_kind_of_file_that_is_not_allowed_is_refused(admin_client, demo_site):
    before = SiteDocument.objects.count()
    upload = SimpleUploadedFile("page.html", b"<script>alert(1)</script>", "text/html")
    data = {"title": "Page", "collection": Collection.get_first_root_node().pk, "language": "en-gb"}
    response = admin_client.post(
        reverse("wagtaildocs:add"), {**data, "accessibility": "unknown", "file": upload}
    )
    assert response.status_code == 200
    assert "file" in response.context["form"].errors
    assert SiteDocument.objects.count() == before
