"""Pictures of the sections are kept with an edition and outlive those of the library."""

from __future__ import annotations

import json
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from django.core.files.storage import default_storage
from wagtail.images.tests.utils import get_test_image_file, get_test_image_file_jpeg

from cms.media.models import SiteImage
from resources.handbook.editions.publish import PublicationStopped
from resources.handbook.editions.since import changes_since_last_edition
from resources.handbook.gather import gather
from resources.models import HandbookPage
from tests.resources.handbook.editions.published_editions import published

pytestmark = pytest.mark.django_db


def library_image(colour: str = "white", file=get_test_image_file) -> SiteImage:
    return SiteImage.objects.create(title="Steps", file=file(colour=colour, size=(64, 48)))


def show(handbook: HandbookPage, *images: SiteImage) -> HandbookPage:
    """Each picture in a section of its own, live at once."""
    pictures = [
        {
            "type": "section",
            "id": f"picture-{number}",
            "value": {
                "heading": f"Picture {number}",
                "body": [
                    {
                        "type": "image",
                        "value": {
                            "image": {"image": image.pk, "alt_text": "Steps", "decorative": False},
                            "caption": "",
                            "long_description": "",
                        },
                    }
                ],
            },
        }
        for number, image in enumerate(images)
    ]
    table = {"type": "section", "id": "table", "value": {"heading": "Overview", "shows": "products"}}
    handbook.sections = handbook._meta.get_field("sections").stream_block.to_python([*pictures, table])
    handbook.change_is_minor = True
    handbook.save_revision().publish()
    return HandbookPage.objects.get(pk=handbook.pk)


def bytes_shown(handbook: HandbookPage) -> bytes:
    """Of the picture in the first section, as readers get it now."""
    source = BeautifulSoup(gather(handbook).sections[0].body.html, "html.parser").find("img")["src"]
    name = source.removeprefix(default_storage.base_url)
    return default_storage.open(name).read()


def test_a_picture_is_kept_by_the_name_of_its_content(handbook):
    handbook = show(handbook, library_image())
    edition = published(handbook)
    content = bytes_shown(handbook)
    mark = sha256(content).hexdigest()
    kept = edition.files.get(name=f"pictures/{mark[:16]}.png")
    assert bytes(kept.content) == content
    assert kept.content_type == "image/png"
    data = json.loads(bytes(edition.files.get(name=edition.json_name).content))
    assert data["pictures"] == [{"name": kept.name, "sha256": mark}]
    assert f'src="{kept.name}"' in data["sections"][0]["body_html"]
    assert 'alt="Steps"' in data["sections"][0]["body_html"]


def test_the_same_picture_in_two_sections_is_kept_once(handbook):
    image = library_image()
    handbook = show(handbook, image, image, library_image("black", get_test_image_file_jpeg))
    names = sorted(name for name in published(handbook).files.values_list("name", flat=True) if "/" in name)
    assert [name.rpartition(".")[2] for name in names].count("png") == 1
    assert len(names) == 2


def test_readers_see_the_kept_picture_after_the_library_has_lost_it(handbook, client):
    image = library_image()
    handbook = show(handbook, image)
    content = bytes_shown(handbook)
    edition = published(handbook)
    image.delete()
    soup = BeautifulSoup(client.get(edition.url).content, "html.parser")
    shown = soup.find("main").find("img", alt="Steps")
    assert shown["src"].startswith(f"{edition.url}pictures/")
    response = client.get(shown["src"])
    assert response.content == content
    assert response["Content-Type"] == "image/png"
    assert response["Content-Disposition"].startswith("inline")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_picture_that_cannot_be_read_stops_the_publication(handbook):
    image = library_image()
    handbook = show(handbook, image)
    gather(handbook)
    for rendition in image.renditions.all():
        default_storage.delete(rendition.file.name)
    with pytest.raises(PublicationStopped, match="picture in the sections cannot be read"):
        published(handbook)
    assert not handbook.editions.exists()


def test_a_picture_whose_original_is_gone_stops_the_publication(handbook):
    image = library_image()
    handbook = show(handbook, image)
    image.renditions.all().delete()
    default_storage.delete(image.file.name)
    with pytest.raises(PublicationStopped, match="cannot be read"):
        published(handbook)


def test_a_picture_counts_as_changed_when_it_is_another_one_and_not_otherwise(handbook):
    handbook = show(handbook, library_image("white"))
    published(handbook)
    assert changes_since_last_edition(handbook, gather(handbook)).changes == []
    handbook = show(handbook, library_image("white"))
    assert changes_since_last_edition(handbook, gather(handbook)).changes == []
    handbook = show(handbook, library_image("black"))
    changes = changes_since_last_edition(handbook, gather(handbook)).changes
    assert len(changes) == 1
    assert "Picture 0" in changes[0]


def test_pdf_and_word_of_an_edition_hold_its_pictures(handbook, monkeypatch):
    monkeypatch.undo()  # the real makers
    handbook = show(handbook, library_image())
    edition = published(handbook)
    pdf = bytes(edition.files.get(name="handbook-2024-10.pdf").content)
    assert pdf.startswith(b"%PDF-")
    assert b"/Subtype /Image" in pdf or b"/Subtype/Image" in pdf
    word = ZipFile(BytesIO(bytes(edition.files.get(name="handbook-2024-10.docx").content)))
    assert word.testzip() is None
    assert any(name.startswith("word/media/") for name in word.namelist())
    assert b"Edition 2024-10" in b"".join(word.read(name) for name in word.namelist())
