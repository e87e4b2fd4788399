"""The usual editor of a translation, for every type of page and record: no fact can be typed there."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib.admin.utils import quote
from django.test import Client
from django.urls import reverse
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Page, TranslatableMixin, get_page_models
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import Translation

from cms.languages.original import first_locale_id
from cms.translation.facts_in_forms import WithoutFactsMixin
from cms.translation.rights import is_translated_here
from tests.translation.gaelic import begin, target

pytestmark = pytest.mark.django_db

PAGES = [model for model in get_page_models() if model is not Page and is_translated_here(model)]
RECORDS = [model for model in get_snippet_models() if issubclass(model, TranslatableMixin)]


def english(model: type[Page]) -> Page:
    record = model.objects.filter(locale=first_locale_id()).first()
    if record is None:
        pytest.skip("the demo site has none")
    return record


def in_gaelic(model: type[Page]) -> Page:
    """With its translation stopped."""
    record = english(model)
    found = Translation.objects.filter(source__object_id=record.translation_key).first()
    translation = found or begin(record)
    Translation.objects.filter(pk=translation.pk).update(enabled=False)
    return target(translation)


def edit_url(record: Page) -> str:
    if isinstance(record, Page):
        return reverse("wagtailadmin_pages:edit", args=[record.pk])
    return reverse(type(record).snippet_viewset.get_url_name("edit"), args=[quote(record.pk)])


@pytest.mark.parametrize("model", [*PAGES, *RECORDS], ids=lambda model: model.__name__)
def test_facts_are_not_in_the_form(model: type[Page], admin_client: Client) -> None:
    record = in_gaelic(model)
    response = admin_client.get(edit_url(record))
    assert response.status_code == 200
    facts = set(getattr(model, "language_neutral", ()))
    form = response.context["form"]
    assert not (facts | {"slug"}) & set(form.fields)
    assert "changed in English" in response.content.decode()
    before = admin_client.get(edit_url(english(model))).context["form"].fields
    assert all(name in before for name in facts if model._meta.get_field(name).editable)


def test_no_form_of_a_translatable_model_is_forgotten() -> None:
    for model in apps.get_models():
        if issubclass(model, TranslatableMixin) and model in (*PAGES, *RECORDS):
            assert issubclass(model.base_form_class, WithoutFactsMixin), model
            assert issubclass(model.base_form_class, WagtailAdminModelForm), model
