"""The list as a file: harmless to open, readable by an import, and noted without an address."""

from __future__ import annotations

import csv
import stat
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry

from bulletin.models import Subscriber
from bulletin.subscribe.leave import leave
from cms.mail.addresses import key_of
from tests.bulletin.subscribe.reader import Reader

pytestmark = pytest.mark.django_db


def exported(path: Path) -> list[dict[str, str]]:
    call_command("export_subscribers", output=path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_all_who_are_subscribed_and_nobody_else(ann: Reader, ben: Reader, tmp_path: Path) -> None:
    ann.is_subscribed_now()
    ben.is_subscribed_now()
    leave(ben.row(), source="test")
    Reader("waiting@list.example").signs_up()
    rows = exported(tmp_path / "list.csv")
    addresses = [row["email"] for row in rows]
    assert ann.address in addresses
    assert len(rows) == Subscriber.objects.active().count()
    assert ben.address not in addresses and "waiting@list.example" not in addresses
    own = rows[addresses.index(ann.address)]
    assert (own["monthly"], own["specials"], own["language"], own["source"]) == (
        "yes",
        "yes",
        "en",
        "/handbook/",
    )


def test_cells_are_harmless_and_an_import_gives_back_the_names(demo_site, tmp_path: Path) -> None:
    list_ = tmp_path / "in.csv"
    list_.write_text('email,name,consented_on,source\nx@list.example,"=cmd()",2024-05-01,+44\n')
    call_command("import_subscribers", str(list_))
    own = [row for row in exported(tmp_path / "out.csv") if row["email"] == "x@list.example"]
    assert (own[0]["name"], own[0]["source"]) == ("'=cmd()", "'+44")
    Subscriber.objects.all().delete()
    call_command("import_subscribers", str(tmp_path / "out.csv"))
    assert Subscriber.objects.get(email="x@list.example").name == "=cmd()"


def test_only_its_owner_may_read_the_file_and_the_log_keeps_the_number(ann: Reader, tmp_path: Path) -> None:
    ann.is_subscribed_now()
    rows = exported(tmp_path / "list.csv")
    assert stat.S_IMODE((tmp_path / "list.csv").stat().st_mode) == 0o600
    entry = ModelLogEntry.objects.filter(action="bulletin.export_subscribers").last()
    assert entry.data == {"rows": len(rows)} and "@" not in entry.label


@pytest.mark.parametrize("name", ["", "missing/list.csv"])
def test_a_place_where_nothing_can_be_written_is_told_in_one_line(
    demo_site, tmp_path: Path, name: str
) -> None:
    with pytest.raises(CommandError, match=r"folder|No such file"):
        call_command("export_subscribers", output=tmp_path / name)


def test_an_import_gives_back_what_people_chose(ann: Reader, tmp_path: Path) -> None:
    ann.signs_up("monthly")
    ann.confirms()
    Subscriber.objects.update(language="gd")
    exported(tmp_path / "out.csv")
    Subscriber.objects.all().delete()
    call_command("import_subscribers", str(tmp_path / "out.csv"))
    person = ann.row()
    assert (person.wants_monthly, person.wants_specials, person.language) == (True, False, "gd")


@pytest.mark.parametrize("address", ["+plus@list.example", "-minus@list.example", "=x@list.example"])
def test_an_import_gives_back_every_address(demo_site, tmp_path: Path, address: str) -> None:
    Subscriber.objects.all().delete()
    Subscriber.objects.create(email=address, address_key=key_of(address), state="active", source="x")
    assert exported(tmp_path / "out.csv")[0]["email"] == f"'{address}"
    Subscriber.objects.all().delete()
    call_command("import_subscribers", str(tmp_path / "out.csv"))
    assert [person.email for person in Subscriber.objects.all()] == [address]
