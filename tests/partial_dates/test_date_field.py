"""Partial dates as a column, in forms, in revisions and in StreamFields."""

import json
import random
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.test.utils import isolate_apps
from modelcluster.models import ClusterableModel
from wagtail.admin.compare import comparison_class_registry
from wagtail.blocks import StreamBlock, StructBlock
from wagtail.search import index

from cms.partial_dates.block import PartialDateBlock
from cms.partial_dates.field import PartialDateField
from cms.partial_dates.value import ONGOING, PartialDate
from tests.partial_dates.test_reading_dates import any_partial_date


@pytest.fixture
def milestone_model() -> Iterator[type[models.Model]]:
    with isolate_apps("cms.partial_dates"):

        class Milestone(ClusterableModel):
            on = PartialDateField(blank=True)
            search_fields = [index.FilterField("on")]

            class Meta:
                app_label = "partial_dates"

        yield Milestone


@pytest.fixture
def milestones(db: None, milestone_model: type[models.Model]) -> type[models.Model]:
    """The table is made by hand: SQLite's schema editor refuses to work inside a transaction."""
    columns = [
        f"{connection.ops.quote_name(field.column)} {field.db_type(connection)} "
        f"{'PRIMARY KEY' if field.primary_key else 'NOT NULL'} {field.db_type_suffix(connection) or ''}"
        for field in milestone_model._meta.local_fields
    ]
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {milestone_model._meta.db_table} ({', '.join(columns)})")
    return milestone_model


def test_the_database_orders_the_column_as_python_orders_the_dates(milestones: Any) -> None:
    source = random.Random(4)
    dates = [any_partial_date(source) for _ in range(300)]
    milestones.objects.bulk_create([milestones(on=each) for each in dates])
    assert [each.on for each in milestones.objects.order_by("on")] == sorted(dates)


def test_a_date_that_is_not_known_is_none_in_python_and_sorts_first(milestones: Any) -> None:
    assert milestones().on is None
    milestones.objects.create(on=PartialDate.in_year(2021))
    empty = milestones.objects.create()
    assert milestones.objects.get(pk=empty.pk).on is None
    assert [each.on for each in milestones.objects.order_by("on")] == [None, PartialDate.in_year(2021)]
    assert milestones.objects.get(on="") == empty


def test_a_year_is_found_as_the_range_up_to_the_next(milestones: Any) -> None:
    for text in ("2020", "Winter 2020", "31 December 2020", "2021", "Ongoing"):
        milestones.objects.create(on=text)
    in_2020 = milestones.objects.filter(on__gte=PartialDate.in_year(2020), on__lt=PartialDate.in_year(2021))
    assert [str(each.on) for each in in_2020.order_by("on")] == ["2020", "Winter 2020", "31 December 2020"]


def test_a_revision_brings_the_same_date_back(milestone_model: Any) -> None:
    source = random.Random(5)
    for each in [None, *(any_partial_date(source) for _ in range(200))]:
        stored = milestone_model(pk=1, on=each).to_json()
        assert milestone_model.from_serializable_data(json.loads(stored)).on == each


def test_a_written_date_becomes_a_value_when_it_is_assigned(milestone_model: Any) -> None:
    version = milestone_model(on="Dec 2021")
    assert version.on == PartialDate.in_month(2021, 12)
    with pytest.raises(ValidationError, match="24 November 2020"):
        version.on = "31 June 2020"


def test_the_field_makes_no_noise_in_migrations() -> None:
    field = PartialDateField("first published", blank=True)
    field.set_attributes_from_name("published")
    _name, path, args, options = field.deconstruct()
    assert path == "cms.partial_dates.field.PartialDateField"
    assert options == {"verbose_name": "first published", "blank": True}
    assert PartialDateField(*args, **options).deconstruct()[1:] == (path, args, options)


def test_the_search_index_gets_text_it_can_filter_and_sort(milestone_model: Any) -> None:
    (field,) = milestone_model.search_fields
    assert field.get_type(milestone_model) == "CharField"
    assert field.get_value(milestone_model(on="Dec 2021")) == "2021-12-01.2"
    assert field.get_value(milestone_model()) is None


def test_comparing_two_versions_shows_dates_as_readers_see_them(milestone_model: Any) -> None:
    field = milestone_model._meta.get_field("on")
    comparison = comparison_class_registry.get(field)(
        field, milestone_model(), milestone_model(on=PartialDate.in_month(2021, 12))
    )
    assert comparison.has_changed()
    assert comparison.htmldiff() == '<span class="addition">December 2021</span>'


def test_a_form_shows_the_date_again_and_sees_whether_it_changed(milestone_model: Any) -> None:
    form_class = forms.modelform_factory(milestone_model, fields=["on"])
    version = milestone_model(pk=1, on=PartialDate.on_day(date(2020, 11, 24)))
    assert 'value="24 November 2020"' in str(form_class(instance=version)["on"])
    assert not form_class({"on": "24/11/2020"}, instance=version).has_changed()
    changed = form_class({"on": " Ongoing. "}, instance=version)
    assert changed.has_changed()
    assert changed.is_valid()
    assert changed.instance.on == ONGOING


def test_a_form_keeps_the_wrong_text_beside_its_message(milestone_model: Any) -> None:
    form = forms.modelform_factory(milestone_model, fields=["on"])({"on": "Dec 21"})
    assert not form.is_valid()
    assert 'value="Dec 21"' in str(form["on"])


def test_a_block_stores_the_sort_key_and_takes_written_dates() -> None:
    block = StreamBlock([("entry", StructBlock([("on", PartialDateBlock(required=False))]))])
    stream = block.to_python([{"type": "entry", "value": {"on": text}} for text in ("Sept 2022", "", None)])
    assert [child.value["on"] for child in stream] == [PartialDate.in_month(2022, 9), None, None]
    stored = [child["value"]["on"] for child in block.get_prep_value(stream)]
    assert stored == ["2022-09-01.2", None, None]


def test_stored_text_that_is_no_date_does_not_stop_a_page(caplog: pytest.LogCaptureFixture) -> None:
    assert PartialDateBlock().to_python("Decembre 2021") is None
    assert "Decembre 2021" in caplog.text


def test_a_block_refuses_a_wrong_date_and_keeps_the_text_for_the_editor() -> None:
    block = PartialDateBlock()
    typed = block.value_from_datadict({"on": "Dec 21"}, {}, "on")
    assert block.get_form_state(typed) == "Dec 21"
    with pytest.raises(ValidationError, match="Spring 2022"):
        block.clean(typed)
    assert block.clean("Dec 2021") == PartialDate.in_month(2021, 12)


def test_an_empty_block_is_refused_only_once_it_is_finished() -> None:
    block = PartialDateBlock()
    with pytest.raises(ValidationError):
        block.clean("")
    assert block.clean_deferred("") is None
