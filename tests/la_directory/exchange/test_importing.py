"""What a row of the file does to the pages of a council."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from cms.vocabulary.models import ClientGroup, ServiceKind
from la_directory.exchange import apply as applying
from la_directory.exchange.apply import apply
from la_directory.exchange.plan import CannotImport
from la_directory.models import ContactPage, CouncilPage, DirectoryPage, LocalServicePage, ServicesPage
from resources.models import ProductPage
from tests.factories import councils
from tests.la_directory.exchange.tables import contact_row, imported, planned, service_row, told


def test_changes_arrive_as_drafts_and_a_second_run_writes_nothing(directory, glasgow, team) -> None:
    kind, group, product = (
        ServiceKind.objects.first(),
        ClientGroup.objects.first(),
        ProductPage.objects.first(),
    )
    rows = (
        {"kind": "Council", "gss_code": "S12000046", "places": "Glasgow; Govan"},
        contact_row(gss_code="", council="glasgow", id=team.translation_key, telephone="1414960199"),
        contact_row(title="Employers’ line", for_whom="employers", opening_hours="Mon-Fri 9am-5pm"),
        service_row(
            service_kind=kind.name.upper(),
            client_groups=group.name,
            products=f"{product.translation_key}",
            starts="Apr-26",
        ),
    )
    first = imported(directory, *rows)
    assert list(first.counts) == [("council", 0, 1, 0), ("contact", 1, 1, 0), ("service", 1, 0, 0)]

    team.refresh_from_db()
    assert (team.live, team.has_unpublished_changes) == (True, True)
    assert str(team.telephone) == "0141 496 0123"
    assert str(team.get_latest_revision_as_object().telephone) == "0141 496 0199"
    assert team.current_workflow_state is None
    glasgow.refresh_from_db()
    assert glasgow.places == "Glasgow"
    assert glasgow.get_latest_revision_as_object().places == "Glasgow\nGovan"
    service = LocalServicePage.objects.descendant_of(directory).get()
    draft = service.get_latest_revision_as_object()
    assert (service.live, draft.kind, str(draft.starts_on)) == (False, kind, "April 2026")
    assert (list(draft.client_groups.all()), list(draft.products.all())) == ([group], [product])

    revisions = team.revisions.count(), service.revisions.count()
    again = imported(directory, *rows)
    assert (again.written, again.problems) == ([], ())
    assert revisions == (team.revisions.count(), service.revisions.count())
    assert ContactPage.objects.descendant_of(directory).count() == 2


def test_columns_that_are_missing_stay_and_empty_cells_empty(directory, glasgow) -> None:
    team = councils.contact(glasgow, subject="Jobs", person="Mo Bell")
    plan = imported(directory, contact_row(id=team.translation_key, subject=""))
    assert [(change.name, change.old, change.new) for change in plan.written[0].changes] == [
        ("subject", "Jobs", "")
    ]
    team.refresh_from_db()
    draft = team.get_latest_revision_as_object()
    assert (draft.subject, draft.person) == ("", "Mo Bell")


def test_every_problem_is_told_with_its_row_and_column_and_nothing_is_written(directory, team) -> None:
    fife = councils.contact(councils.council(directory, councils.FIFE))
    service = councils.service(CouncilPage.objects.get(pk=team.council.pk))
    key = team.translation_key
    plan = planned(
        directory,
        contact_row(id=key, telephone="123", email="nobody", for_whom="anyone", vacant="maybe"),
        contact_row(id=key),
        contact_row(id=fife.translation_key),
        contact_row(id=uuid4()),
        contact_row(id=service.translation_key),
        service_row(service_kind="Frist steps", telephone="0141 496 0123", title="x" * 256),
        contact_row(title=""),
        {"kind": "person", "gss_code": councils.GLASGOW},
        {"kind": "council", "gss_code": "E06000001"},
        {"kind": "council", "gss_code": councils.FIFE, "council": "Glasgow City"},
        contact_row(title="Twice", email="x@glasgow.example"),
        contact_row(title="Twice", email="x@glasgow.example"),
    )
    expected = [
        ("Row 2, telephone:", "not a UK telephone number"),
        ("Row 2, email:", "valid email"),
        ("Row 2, for_whom:", "People looking for help; Employers"),
        ("Row 2, vacant:", "neither yes nor no"),
        ("Row 3, id:", "row 2 is about the same record"),
        ("Row 4, id:", "a record of Fife, not of Glasgow City"),
        ("Row 5, id:", "no record with the id"),
        ("Row 6, id:", "this is a service, not a contact"),
        ("Row 7, title:", "at most 255 characters"),
        ("Row 7, telephone:", "a service has none"),
        ("Row 7, service_kind:", "not known here"),
        ("Row 8, title:", "needs a title"),
        ("Row 9, kind:", "council, contact, service"),
        ("Row 10, gss_code:", "No council with a page here"),
        ("Row 11, council:", "not the council with the code S12000047, which is Fife"),
        ("Row 13:", "the same as row 12"),
    ]
    found = sorted(told(plan), key=lambda words: int(words.split()[1].strip(",:")))
    assert len(found) == len(expected), "\n".join(found)
    for place, words in expected:
        assert [line for line in found if line.startswith(place) and words in line], (place, found)
    with pytest.raises(CannotImport):
        apply(plan)
    team.refresh_from_db()
    assert not team.has_unpublished_changes


def test_an_error_half_way_undoes_all_of_it(directory, team, monkeypatch, caplog) -> None:
    def fails(*_args: object) -> None:
        raise applying.DatabaseError("the disk is full")

    monkeypatch.setattr(applying, "_add", fails)
    with pytest.raises(CannotImport, match="Nothing was imported, for the site could not store it"):
        imported(directory, contact_row(id=team.translation_key, subject="New"), contact_row(title="Added"))
    team.refresh_from_db()
    assert not team.has_unpublished_changes
    assert "the disk is full" in caplog.text


def test_what_waits_or_is_locked_and_what_a_person_may_not_change_is_named(directory, glasgow, team) -> None:
    user = get_user_model().objects.create_user("helper", password="not-a-secret")
    user.user_permissions.add(Permission.objects.get(codename="import_councils"))
    service = councils.service(glasgow)
    service.get_workflow().start(service, user)
    ContactPage.objects.filter(pk=team.pk).update(locked=True)
    rows = (
        {"kind": "council", "gss_code": councils.GLASGOW, "official_name": "Another"},
        contact_row(id=team.translation_key, subject="New"),
        service_row(id=service.translation_key, summary="New"),
        contact_row(title="Added"),
    )
    words = " ".join(told(planned(directory, *rows)))
    assert "“Employability team” is locked" in words
    assert "“First steps” waits for approval" in words
    assert "you may not change “Glasgow City”" in " ".join(told(planned(directory, *rows, user=user)))
    assert "Row 5: you may not add a contact to this council" in " ".join(
        told(planned(directory, *rows, user=user))
    )
    user.user_permissions.clear()
    user.groups.add(glasgow.team.group)  # may change the council, but not its official name
    user = get_user_model().objects.get(pk=user.pk)
    assert told(planned(directory, rows[0], user=user)) == [
        "Row 2, official_name: you may not change the official name of a council"
    ]


def test_a_second_contact_of_the_same_name_and_what_is_incomplete_are_pointed_out(
    directory: DirectoryPage, team: ContactPage
) -> None:
    plan = planned(directory, contact_row(subject="For employers"))
    assert plan.problems == ()
    assert "Row 2 adds a second contact “Employability team” of Glasgow City." in plan.notices[0]
    assert "1 contact or service of these councils is not in the file" in plan.notices[1]
    assert "Give a telephone number" in plan.written[0].lacks[0]


def test_own_names_win_and_a_name_that_several_claim_is_refused(directory, glasgow) -> None:
    fife, highland = (councils.council(directory, code) for code in (councils.FIFE, councils.HIGHLAND))
    CouncilPage.objects.filter(pk=fife.pk).update(other_names="Glasgow City\nThe north")
    CouncilPage.objects.filter(pk=highland.pk).update(other_names="The North")
    first, second, third = (
        {"kind": "council", "council": name} for name in ("Glasgow city", "The north", "X")
    )
    plan = planned(directory, first, second, third, {**second, "gss_code": councils.FIFE})
    assert [entry.council.name for entry in plan.entries] == ["Glasgow City", "Fife"]
    assert told(plan) == [
        "Row 3, council: “The north” may be any of: Fife; Highland. Give the gss_code.",
        "Row 4, council: No council with a page here is called “X”",
    ]


def test_drafts_of_products_are_not_known_by_their_names(directory, glasgow) -> None:
    product = ProductPage.objects.live().first()
    assert planned(directory, service_row(products=product.title)).problems == ()
    product.unpublish()
    assert "not known here" in told(planned(directory, service_row(products=product.title)))[0]


def test_a_council_without_its_parts_is_told_which_one_it_lacks(directory, glasgow) -> None:
    ServicesPage.objects.child_of(glasgow).get().delete()
    assert told(planned(directory, service_row())) == [
        "Row 2, council: Glasgow City has no page that holds its services. Make it first."
    ]
