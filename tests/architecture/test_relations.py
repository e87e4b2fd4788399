"""Relations point downwards too: a foreign key written as a string passes import-linter unseen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.test.utils import isolate_apps
from wagtail.blocks import Block, ChooserBlock, ListBlock, PageChooserBlock
from wagtail.coreutils import resolve_model_string
from wagtail.fields import StreamField

from tests.architecture.layers import may_use, package_of


def block_targets(block: Block, path: str) -> Iterator[tuple[str, type[models.Model]]]:
    """(path, model) of every chooser within a block."""
    if isinstance(block, PageChooserBlock):
        yield from ((path, target) for target in block.target_models)
    elif isinstance(block, ChooserBlock):
        yield path, resolve_model_string(block.target_model)
    elif isinstance(block, ListBlock):
        yield from block_targets(block.child_block, path)
    for name, child in getattr(block, "child_blocks", {}).items():
        yield from block_targets(child, f"{path}.{name}")


def is_wagtails_own(model: type[models.Model], field: models.Field) -> bool:
    """Whether an abstract model of Wagtail brought the field, such as an image's `uploaded_by_user`."""
    bases = [base for base in model.__mro__ if issubclass(base, models.Model) and hasattr(base, "_meta")]
    foreign = [base for base in bases if base._meta.abstract and package_of(base.__module__) is None]
    return any(field.name == brought.name for base in foreign for brought in base._meta.local_fields)


def targets(model: type[models.Model]) -> Iterator[tuple[str, type[models.Model] | None]]:
    """(field, model) of everything a model relates to; None where any model may stand."""
    options = model._meta
    for field in (*options.local_fields, *options.local_many_to_many, *options.private_fields):
        if is_wagtails_own(model, field):
            continue
        if isinstance(field, GenericForeignKey):
            yield field.name, None
        elif isinstance(field, StreamField):
            yield from block_targets(field.stream_block, field.name)
        elif field.is_relation:
            yield field.name, field.related_model


def package_of_model(model: type[models.Model]) -> str:
    return apps.get_app_config(model._meta.app_label).name


def upward_relations(of_models: Iterable[type[models.Model]]) -> set[str]:
    """One line for each relation that does not stay in its app or point downwards."""
    found = set()
    for model in of_models:
        user = package_of_model(model)
        if package_of(user) is None:
            continue
        for field, target in targets(model):
            if target is None:
                found.add(f"{model.__name__}.{field} may point anywhere")
            elif not may_use(user, package_of_model(target)):
                found.add(f"{model.__name__}.{field} points up to {target._meta.label}")
    return found


def model_in_media(name: str, **fields: object) -> type[models.Model]:
    meta = type("Meta", (), {"app_label": "media"})
    return type(name, (models.Model,), {"__module__": __name__, "Meta": meta, **fields})


def test_relations_point_downwards() -> None:
    assert upward_relations(apps.get_models()) == set()


@isolate_apps("cms.media")
def test_a_foreign_key_that_points_upwards_is_seen() -> None:
    page = apps.get_model("home", "LandingPage")
    broken = model_in_media("Poster", page=models.ForeignKey(page, models.CASCADE))
    assert upward_relations([broken]) == {"Poster.page points up to home.LandingPage"}


@isolate_apps("cms.media")
def test_a_foreign_key_to_a_neighbour_is_seen() -> None:
    user = apps.get_model("accounts", "User")
    broken = model_in_media("Portrait", people=models.ManyToManyField(user))
    assert upward_relations([broken]) == {"Portrait.people points up to accounts.User"}


@isolate_apps("cms.media")
def test_a_generic_foreign_key_is_seen() -> None:
    broken = model_in_media(
        "Label",
        content_type=models.ForeignKey(ContentType, models.CASCADE),
        object_id=models.CharField(max_length=20),
        target=GenericForeignKey(),
    )
    assert upward_relations([broken]) == {"Label.target may point anywhere"}


@isolate_apps("cms.media")
def test_a_chooser_deep_in_a_stream_field_is_seen() -> None:
    blocks = [("rows", ListBlock(PageChooserBlock(page_type="home.LandingPage")))]
    broken = model_in_media("Album", body=StreamField(blocks))
    assert upward_relations([broken]) == {"Album.body.rows points up to home.LandingPage"}
