"""What is made of a picture before the first reader asks for it."""

from __future__ import annotations

from django_tasks import task

from cms.media.models import SiteImage
from cms.media.renditions import ALL_SPECS


@task()
def make_renditions(image_id: int) -> None:
    """One after the other, as a large picture takes much memory; those that are there already stay."""
    image = SiteImage.objects.filter(pk=image_id).first()
    for spec in ALL_SPECS if image else ():
        image.get_rendition(spec)
