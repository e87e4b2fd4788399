"""What deploy/upgrade.sh leaves behind where a step fails; the drill does it with the site itself."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
# Writes down what it is asked, and fails at what a file beside it names.
PYTHON = """#!/bin/bash
echo "$*" >>"$LOG"
! grep -qxF "$*" "$0.fails" 2>/dev/null
"""
SYSTEMCTL = """#!/bin/bash
if [[ $1 == list-units ]]; then
    for name in "${@:5}"; do grep -F "${name%%\\**}" "$UNITS"; done
    exit 0
fi
echo "systemctl $*" >>"$LOG"
"""
CURL = """#!/bin/bash
[[ $(realpath "$HOME_OF_SITE/current") != "$(cat "$BROKEN" 2>/dev/null)" ]]
"""
NOTHING = "#!/bin/bash\n"
LOOK = """#!/bin/bash
echo "$*" >"$LOG.look"
"""
UNITS = ["web@8001", "web@8002", "worker@1", "clock", "bulletin"]
WORKERS = "employability-worker@1.service employability-clock.service employability-bulletin.service"


class Machine:
    """Two releases, and programs in the place of those that the script calls."""

    def __init__(self, folder: Path) -> None:
        self.home = folder
        self.old, self.new = (self.release(name) for name in ("old", "new"))
        (folder / "current").symlink_to(self.old)
        (folder / "environment").write_text(f"SITE_URL=https://site.example\nDATA_DIR={folder / 'data'}\n")
        (folder / "units").write_text("".join(f"employability-{unit}.service loaded\n" for unit in UNITS))
        for name, text in (("systemctl", SYSTEMCTL), ("curl", CURL), ("sleep", NOTHING)):
            self.program(folder / "bin" / name, text)

    def release(self, name: str) -> Path:
        folder = self.home / "releases" / name
        shutil.copytree(PROJECT / "deploy", folder / "deploy")
        self.program(folder / "deploy/smoke_test.sh", LOOK)
        self.program(folder / ".venv/bin/python", PYTHON)
        (folder / "build").mkdir()
        (folder / "locale/gd/LC_MESSAGES").mkdir(parents=True)
        (folder / "locale/gd/LC_MESSAGES/django.mo").touch()
        return folder

    def program(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    def breaks(self, release: Path, command: str) -> None:
        (release / ".venv/bin/python.fails").write_text(f"manage.py {command}\n")

    def does_not_answer(self, release: Path) -> None:
        (self.home / "broken").write_text(str(release))

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": f"{self.home / 'bin'}:{os.environ['PATH']}",
            "HOME_OF_SITE": str(self.home),
            "ENVIRONMENT": str(self.home / "environment"),
            "SITE_USER": getpass.getuser(),
            "LOG": str(self.home / "log"),
            "UNITS": str(self.home / "units"),
            "BROKEN": str(self.home / "broken"),
        }
        return subprocess.run(  # noqa: S603  our own script
            ["/bin/bash", "-c", command], env=environment, capture_output=True, text=True, check=False
        )

    def upgrade(self) -> subprocess.CompletedProcess[str]:
        return self.run(f"{self.new}/deploy/upgrade.sh {self.new}")

    @property
    def current(self) -> Path:
        return (self.home / "current").resolve()

    @property
    def log(self) -> list[str]:
        return (self.home / "log").read_text().splitlines()

    @property
    def looked_at(self) -> str:
        return (self.home / "log.look").read_text().strip()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def way_back(said: str) -> str:
    return said.rpartition("The way back: ")[2].strip()


def test_all_goes_well_and_the_way_back_is_said(machine: Machine) -> None:
    done = machine.upgrade()
    assert done.returncode == 0, done.stderr
    assert machine.current == machine.new
    assert machine.log.index(f"systemctl stop {WORKERS}") < machine.log.index(f"systemctl start {WORKERS}")
    assert way_back(done.stdout) == f"BACKUP=no {machine.old}/deploy/upgrade.sh {machine.old}"
    again = machine.upgrade()
    assert way_back(again.stdout) == way_back(done.stdout), "and after a second run"


def test_the_look_at_the_site_knows_the_host_of_the_admin(machine: Machine) -> None:
    assert machine.upgrade().returncode == 0
    assert machine.looked_at == "https://site.example"
    with (machine.home / "environment").open("a") as written:
        written.write("ADMIN_URL=https://admin.example/\n")
    assert machine.upgrade().returncode == 0
    assert machine.looked_at == "https://site.example https://admin.example/"


def test_a_migration_that_fails_leaves_the_release_before_running_with_its_workers(machine: Machine) -> None:
    machine.breaks(machine.new, "migrate --noinput")
    done = machine.upgrade()
    assert done.returncode == 1
    assert machine.current == machine.old
    assert machine.log[-1] == f"systemctl start {WORKERS}"
    assert f"NOT been done: the site still runs {machine.old}." in done.stderr


def test_the_way_back_asks_nothing_of_a_release_that_does_not_run(machine: Machine) -> None:
    machine.does_not_answer(machine.new)
    done = machine.upgrade()
    assert done.returncode == 1
    assert "NOT been finished" in done.stderr
    machine.breaks(machine.new, "backup")
    back = machine.run(way_back(done.stderr))
    assert back.returncode == 0, back.stderr
    assert machine.current == machine.old
    assert machine.log[-1] == f"systemctl start {WORKERS}"


def test_a_second_run_whose_migration_fails_starts_the_workers_again(machine: Machine) -> None:
    assert machine.upgrade().returncode == 0
    machine.breaks(machine.new, "migrate --noinput")
    again = machine.upgrade()
    assert again.returncode == 1
    assert machine.log[-1] == f"systemctl start {WORKERS}"
    assert way_back(again.stderr).endswith(f"{machine.old}/deploy/upgrade.sh {machine.old}")


def test_a_machine_without_units_is_told_so(machine: Machine) -> None:
    (machine.home / "units").write_text("")
    done = machine.upgrade()
    assert done.returncode == 1
    assert "knows no part of the site" in done.stderr
    assert machine.current == machine.old


def test_a_backup_that_fails_stops_it_before_anything_is_changed(machine: Machine) -> None:
    machine.breaks(machine.old, "backup")
    assert machine.upgrade().returncode == 1
    assert machine.current == machine.old
    assert not [line for line in machine.log if "migrate" in line]
