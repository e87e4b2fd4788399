"""Importing a list: with consent or not at all, and nothing half-written."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry

from bulletin.models import ConsentEvent, Subscriber, Suppression
from cms.mail.addresses import key_of
from tests.bulletin.subscribe.reader import Reader

pytestmark = pytest.mark.django_db
HEADINGS = "email,name,consented_on,source"
GOOD = "ann@list.example,Ann Ross,2024-05-01,Conference in Perth"


@pytest.fixture
def written(tmp_path: Path):
    """`written(row, row, …)`: a file with the headings and these rows, in UTF-8 or as bytes."""

    def write(*rows: str, headings: str = HEADINGS, encoding: str = "utf-8") -> Path:
        path = tmp_path / "list.csv"
        path.write_bytes("\n".join([headings, *rows, ""]).encode(encoding))
        return path

    return write


def run(path: Path, **options: object) -> None:
    call_command("import_subscribers", str(path), **options)


def row(address: str) -> Subscriber | None:
    return Subscriber.objects.filter(address_key=key_of(address)).first()


def test_a_good_row_becomes_a_subscriber_with_its_consent(demo_site, written, capsys) -> None:
    run(written(GOOD, "Ben@List.example,,31/10/2024,Paper form"))
    ann, ben = row("ann@list.example"), row("ben@list.example")
    assert (ann.state, ann.name, ann.source) == ("active", "Ann Ross", "Conference in Perth")
    assert timezone.localdate(ann.confirmed_at) == date(2024, 5, 1)
    assert timezone.localdate(ben.confirmed_at) == date(2024, 10, 31)
    event = ann.consent_events.get()
    assert event.kind == ConsentEvent.Kind.IMPORTED
    assert event.source == "2024-05-01, Conference in Perth (list.csv)"
    assert "2 imported" in capsys.readouterr().out
    assert ModelLogEntry.objects.filter(action="bulletin.import_subscribers").last().data == {"rows": 2}


BAD = {
    "an address is missing": ",Ann,2024-05-01,Perth",
    "no e-mail address": "ann,Ann,2024-05-01,Perth",
    "the day of the consent is missing": "ann@list.example,Ann,,Perth",
    "has not come yet": f"ann@list.example,Ann,{date.today() + timedelta(days=2)},Perth",
    "too long ago": "ann@list.example,Ann,1066-10-14,Hastings",
    "a date such as": "ann@list.example,Ann,31.10.2024,Perth",
    "was expected": "ann@list.example,Ann,2024-02-30,Perth",
    "where the consent was given is missing": "ann@list.example,Ann,2024-05-01,",
    "120 characters at most": f"ann@list.example,{'A' * 121},2024-05-01,Perth",
    "160 characters at most": f"ann@list.example,Ann,2024-05-01,{'P' * 161}",
    "more cells than headings": "ann@list.example,Ann,2024-05-01,Perth,more",
    "no text": "ann@list.example,A\x07nn,2024-05-01,Perth",
}


@pytest.mark.parametrize("words", BAD)
def test_a_bad_row_is_named_by_its_number_and_nothing_is_written(demo_site, written, capsys, words) -> None:
    before = Subscriber.objects.count(), ConsentEvent.objects.count()
    with pytest.raises(CommandError, match="1 row is not right, so nothing was imported"):
        run(written(GOOD.replace("ann@", "first@"), BAD[words]))
    told = capsys.readouterr().err
    assert "Row 3, " in told and words in told
    assert (Subscriber.objects.count(), ConsentEvent.objects.count()) == before


def test_the_good_rows_are_taken_when_it_is_asked_for(demo_site, written, capsys) -> None:
    run(written(GOOD, *BAD.values()), skip_bad_rows=True)
    assert row("ann@list.example")
    captured = capsys.readouterr()
    assert (
        f"1 imported. Skipped: 0 already subscribed, 0 suppressed, 0 twice in the file, {len(BAD)}"
        in captured.out
    )
    assert captured.err.count("\n") == len(BAD)


def test_suppressed_and_subscribed_and_doubled_rows_are_skipped(ann: Reader, written, capsys) -> None:
    ann.is_subscribed_now()
    Suppression.objects.create(address_key=key_of("left@list.example"), reason="left")
    tail = ",,2024-05-01,Perth"
    many = [f"person{number}@list.example{tail}" for number in range(1_200)]
    run(written(f"{ann.address}{tail}", f"LEFT@list.example{tail}", *many, f"Person0@list.example{tail}"))
    assert "1,200 imported. Skipped: 1 already subscribed, 1 suppressed, 1 twice" in capsys.readouterr().out
    assert row("left@list.example") is None


def test_who_waits_for_the_confirmation_is_confirmed_by_the_list(ann: Reader, written) -> None:
    ann.signs_up()
    ann.mails()
    run(written(f"{ann.address},,2024-05-01,Perth"))
    assert ann.row().state == Subscriber.State.ACTIVE


@pytest.mark.parametrize(
    ("cells", "words"),
    [("perhaps,,", "monthly: yes or no"), (",2,", "specials: yes or no"), (",,fr", "language: en or gd")],
)
def test_choices_that_make_no_sense_are_named(demo_site, written, capsys, cells: str, words: str) -> None:
    with pytest.raises(CommandError, match="1 row is not right"):
        run(written(f"{GOOD},{cells}", headings=f"{HEADINGS},monthly,specials,language"))
    assert words in capsys.readouterr().err


def test_an_import_that_cannot_be_logged_is_none(demo_site, written, monkeypatch) -> None:
    def fails(*args: object) -> None:
        raise OSError("the log is full")

    monkeypatch.setattr("bulletin.subscribe.importing.plan.note", fails)
    with pytest.raises(CommandError, match="the log is full"):
        run(written(GOOD))
    assert row("ann@list.example") is None


def test_a_second_import_of_the_same_list_changes_nothing(demo_site, written) -> None:
    path = written(GOOD)
    run(path)
    before = Subscriber.objects.count(), ConsentEvent.objects.count()
    run(path)
    assert (Subscriber.objects.count(), ConsentEvent.objects.count()) == before


def test_a_dry_run_says_what_would_happen_and_writes_nothing(demo_site, written, capsys) -> None:
    run(written(GOOD, GOOD), dry_run=True)
    assert "1 would be imported" in capsys.readouterr().out
    assert row("ann@list.example") is None
    with pytest.raises(CommandError, match="not right"):
        run(written(BAD["no text"]), dry_run=True)


@pytest.mark.parametrize(
    ("headings", "encoding"),
    [
        (HEADINGS, "utf-8-sig"),
        (HEADINGS.replace(",", ";"), "utf-8"),
        (HEADINGS.replace(",", "\t").upper(), "utf-16"),
        (f"sep=;\n{HEADINGS.replace(',', ';')}", "cp1252"),
        ('"source";"name";"email";"consented_on"', "cp1252"),
    ],
)
def test_the_forms_in_which_programs_save_a_list(demo_site, written, headings: str, encoding: str) -> None:
    delimiter = next(sign for sign in ";\t," if sign in headings)
    cells = {
        "email": "mairi@list.example",
        "name": '"Màiri\nRòs"',
        "consented_on": "2024-05-01",
        "source": "Là",
    }
    names = [name.strip('"').lower() for name in headings.splitlines()[-1].split(delimiter)]
    run(written(delimiter.join(cells[name] for name in names), headings=headings, encoding=encoding))
    person = row("mairi@list.example")
    assert (person.name, person.source) == ("Màiri Ròs", "Là")


def test_emoji_and_right_to_left_names_are_names_and_formulas_are_text(demo_site, written) -> None:
    run(written(*(f'p{n}@list.example,"{name}",2024-05-01,Perth' for n, name in enumerate(NAMES))))
    assert [row(f"p{n}@list.example").name for n in range(len(NAMES))] == NAMES


NAMES = ["Zoë 🌊", "مريم", "\u202eevil\u202c", "=1+1", "@SUM(A1)", "-", "Robert'); DROP TABLE"]
