"""The two commands, as people call them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from la_directory.exchange.held import directory_page
from la_directory.exchange.progress import ProgressBar
from la_directory.management.commands.import_councils import Command
from la_directory.models import ContactPage, CouncilPage, DirectoryPage
from tests.factories import councils
from tests.factories.pages import home_page
from tests.la_directory.exchange.tables import contact_row, table


@pytest.fixture
def team(db: None) -> ContactPage:
    """In the directory of the site, which may be there already."""
    directory: DirectoryPage = directory_page() or councils.directory(home_page())
    glasgow = CouncilPage.objects.child_of(directory).filter(gss_code=councils.GLASGOW).first()
    return councils.contact(glasgow or councils.council(directory), "A team of this test")


def run(*arguments: object) -> list[str]:
    out = io.StringIO()
    call_command(*map(str, arguments), stdout=out, stderr=out)
    return out.getvalue().splitlines()


def test_what_was_exported_is_imported_again_without_a_change(team: ContactPage, tmp_path: Path) -> None:
    file = tmp_path / "councils.xlsx"
    assert run("export_councils", "--output", file)[0].endswith("services written.")
    lines = run("import_councils", file)
    assert lines[-1] == "Nothing differs, so nothing was written."
    assert all("0 added, 0 changed" in line for line in lines[:-1])


def test_a_dry_run_says_what_would_change_and_writes_nothing(team: ContactPage, tmp_path: Path) -> None:
    file = tmp_path / "councils.csv"
    row = contact_row(id=team.translation_key, title=team.title, telephone="0141 496 0777")
    file.write_bytes(table(row))
    lines = run("import_councils", file, "--dry-run")
    changed = (
        "row 2, changed: Glasgow City: contact “A team of this test” "
        "(telephone: “0141 496 0123” → “0141 496 0777”)"
    )
    assert changed in [line.strip() for line in lines]
    assert lines[-1] == "Dry run: nothing was written."
    team.refresh_from_db()
    assert not team.has_unpublished_changes
    assert run("import_councils", file)[-1] == "1 draft was written. It is not yet submitted for approval."
    team.refresh_from_db()
    assert str(team.get_latest_revision_as_object().telephone) == "0141 496 0777"


def test_bad_input_is_one_line_and_a_failure(team: ContactPage, tmp_path: Path) -> None:
    file = tmp_path / "councils.csv"
    file.write_bytes(table(contact_row(telephone="1")))
    with pytest.raises(CommandError, match="1 problem found, so nothing was imported"):
        run("import_councils", file)
    file.write_bytes(b"")
    with pytest.raises(CommandError, match="This file is empty"):
        run("import_councils", file)
    with pytest.raises(CommandError, match="No such file"):
        run("import_councils", tmp_path / "none.csv")
    with pytest.raises(CommandError, match=r"end in \.csv or \.xlsx"):
        run("export_councils", "--output", tmp_path / "councils.ods")
    with pytest.raises(CommandError, match="No such file"):
        run("export_councils", "--output", tmp_path / "nowhere/councils.csv")


def test_help_explains_every_column() -> None:
    parser = Command().create_parser("manage.py", "import_councils")
    assert "  opening_hours         (contact) Such as Mon-Fri 09:00-17:00" in parser.format_help()


def test_a_bar_is_for_those_who_watch() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for stream, shown in ((io.StringIO(), ""), (Terminal(), "Writing [" + "#" * 30 + "] 100%\n")):
        bar = ProgressBar(Command(stdout=stream).stdout, "Writing")
        for done in (1, 2):
            bar(done, 2)
        assert stream.getvalue().rpartition("\r")[2] == shown
