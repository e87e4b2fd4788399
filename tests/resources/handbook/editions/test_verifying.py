"""The command that makes sure that editions are what was published, after somebody has meddled with them."""

from __future__ import annotations

import io
from hashlib import sha256

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import QuerySet

from cms.operations.jobs import gather
from resources.handbook.editions.verify import EditionsAreDamaged, verify_daily, verify_editions
from resources.models import Edition
from tests.resources.handbook.editions.published_editions import published

pytestmark = pytest.mark.django_db


def faults() -> list[str]:
    return verify_editions().faults


def sql(statement: str, *values: object) -> None:
    """Past every guard of the models, as whoever holds the database can."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def store(edition: Edition, name: str, content: bytes, with_hash: bool = False) -> None:
    sql(
        "UPDATE resources_editionfile SET content = %s WHERE edition_id = %s AND name = %s",
        content,
        edition.pk,
        name,
    )
    if with_hash:
        sql(
            "UPDATE resources_editionfile SET sha256 = %s, size = %s WHERE edition_id = %s AND name = %s",
            sha256(content).hexdigest(),
            len(content),
            edition.pk,
            name,
        )


def content_of(edition: Edition, name: str) -> bytes:
    return bytes(edition.files.get(name=name).content)


def test_whole_editions_have_no_faults(handbook, edition):
    published(handbook, "Another one")
    before = verify_editions()
    assert before.faults == []
    assert before.editions >= 2
    output = io.StringIO()
    call_command("verify_editions", stdout=output)
    assert output.getvalue() == (
        f"{before.editions} editions with {before.files} files checked: all of them are what was published\n"
    )


@pytest.mark.parametrize("kind", ["json", "pdf", "docx", "csv"])
def test_one_flipped_bit_is_found(edition, kind):
    name = f"handbook-2024-10.{kind}"
    content = bytearray(content_of(edition, name))
    content[len(content) // 2] ^= 1
    store(edition, name, bytes(content))
    assert any(f"2024-10: {name} has changed" in fault for fault in faults())


def test_the_command_prints_a_line_for_each_fault_and_fails(edition):
    store(edition, "handbook-2024-10.pdf", b"forged")
    errors = io.StringIO()
    with pytest.raises(CommandError, match="faults found: 2") as failure:
        call_command("verify_editions", stderr=errors)
    assert failure.value.returncode == 1
    lines = errors.getvalue().splitlines()
    assert len(lines) == 2
    assert "handbook-2024-10.pdf has changed" in lines[0]
    assert "handbook-2024-10.pdf has 6 bytes" in lines[1]


def test_a_json_forged_together_with_the_hash_of_its_file_is_found(edition):
    forged = content_of(edition, edition.json_name).replace(b"Product 0", b"Product X")
    store(edition, edition.json_name, forged, with_hash=True)
    assert any("is not the one that was published" in fault for fault in faults())


def test_a_forgery_of_json_file_and_edition_is_found_by_the_log(edition):
    forged = content_of(edition, edition.json_name).replace(b"Product 0", b"Product X")
    store(edition, edition.json_name, forged, with_hash=True)
    sql("UPDATE resources_edition SET sha256 = %s WHERE id = %s", sha256(forged).hexdigest(), edition.pk)
    assert [f"published with SHA-256 {edition.sha256}, and not stored" in fault for fault in faults()] == [
        True
    ]


@pytest.mark.parametrize(
    "change",
    [{"name": "Forged"}, {"note": "Forged"}, {"day": "2023-01-01"}, {"slug": "2024-11"}],
    ids=lambda change: next(iter(change)),
)
def test_a_row_that_says_other_than_its_json_is_found(edition, change):
    QuerySet(Edition).filter(pk=edition.pk).update(**change)
    assert faults()


def test_a_file_that_is_missing_or_was_added_is_found(edition):
    sql(
        "UPDATE resources_editionfile SET name = 'extra.pdf' WHERE edition_id = %s AND name LIKE %s",
        edition.pk,
        "%.pdf",
    )
    found = faults()
    assert any("handbook-2024-10.pdf is missing" in fault for fault in found)
    assert any("extra.pdf does not belong to it" in fault for fault in found)


def test_an_edition_whose_json_is_missing_is_found(edition):
    sql(
        "DELETE FROM resources_editionfile WHERE edition_id = %s AND name = %s", edition.pk, edition.json_name
    )
    assert [fault for fault in faults() if "handbook-2024-10.json is missing" in fault]


def test_an_edition_that_was_removed_altogether_is_found_by_the_log(edition):
    sql("DELETE FROM resources_editionfile WHERE edition_id = %s", edition.pk)
    sql("DELETE FROM resources_edition WHERE id = %s", edition.pk)
    assert any("2024-10: published with SHA-256" in fault for fault in faults())


@pytest.mark.parametrize("nonsense", [b"", b"{", b"[]", b"null", b'{"schema_version": 99}', b"\xff"])
def test_a_json_that_cannot_be_read_is_a_fault_and_no_crash(edition, nonsense):
    store(edition, edition.json_name, nonsense)
    assert any("cannot be read" in fault for fault in faults())


def test_the_clock_verifies_every_day_and_reports_a_failure(edition):
    assert gather()["verify_editions"].run is verify_daily
    verify_daily()
    store(edition, "handbook-2024-10.pdf", b"forged")
    with pytest.raises(EditionsAreDamaged, match=r"2024-10: handbook-2024-10\.pdf"):
        verify_daily()
