"""What stands in deploy/, Dockerfile and compose.yaml fits the code, as far as is seen without Docker."""

from __future__ import annotations

import re
import shlex
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands, load_command_class
from django.urls import resolve

from cms.operations.headers import PERMISSIONS_POLICY
from cms.settings.environment import VARIABLES, read

PROJECT = Path(__file__).resolve().parents[2]
DEPLOY = PROJECT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
COMPOSE = yaml.safe_load((PROJECT / "compose.yaml").read_text())
DOCKERFILE = (PROJECT / "Dockerfile").read_text()
PAGES = sorted((PROJECT / "docs/operators").glob("*.md"))
OURS = {name: each for name, each in COMPOSE["services"].items() if "employability" in each["image"]}
OF_A_MACHINE = (
    "deploy/environment",
    "deploy/postgres_password",
    "deploy/certificates",
    "deploy/kubernetes/site",
)
OF_SYSTEMD = {"HOME", "DJANGO_SETTINGS_MODULE", "LISTEN"}


def commands_of(words: list[str]) -> list[str]:
    """The words after manage.py, if it is called."""
    return words[words.index("manage.py") + 1 :] if "manage.py" in words else []


def assert_command_exists(words: list[str]) -> None:
    name, *options = words
    parser = load_command_class(get_commands()[name], name).create_parser("manage.py", name)
    known = {option for action in parser._actions for option in action.option_strings}
    assert {option.split("=")[0] for option in options if option.startswith("-")} <= known, words


def unit_values(unit: Path) -> dict[str, str]:
    pairs = (line.split("=", 1) for line in unit.read_text().splitlines() if re.match(r"[A-Z]\w+=", line))
    return dict(pairs)


def copied_into_the_image(name: str) -> bool:
    """As .dockerignore has it: the last line that fits decides."""
    kept = True
    for line in (PROJECT / ".dockerignore").read_text().splitlines():
        pattern = line.removeprefix("!")
        if (
            pattern
            and not line.startswith("#")
            and any(fnmatch(str(part), pattern) for part in (Path(name), *Path(name).parents))
        ):
            kept = line.startswith("!")
    return kept


# -- the image ---------------------------------------------------------------------------------------


def test_each_stage_that_is_copied_from_exists_and_the_last_is_not_root() -> None:
    stages = re.findall(r"^FROM \S+ AS (\w+)$", DOCKERFILE, re.M)
    assert set(re.findall(r"--from=(\w+)", DOCKERFILE)) <= set(stages)
    last = DOCKERFILE[DOCKERFILE.rindex("FROM ") :]
    assert re.search(r"^USER 10001:10001$", last, re.M)
    assert "HEALTHCHECK" in last and "/healthz" in last


def test_the_image_takes_what_it_copies_and_no_secrets_or_data() -> None:
    for words in re.findall(r"^COPY (?!--)(.+)$", DOCKERFILE, re.M):
        for name in words.split()[:-1]:
            assert name == "." or ((PROJECT / name).exists() and copied_into_the_image(name)), name
    for name in ("manage.py", "deploy/migrate.sh", "pyproject.toml", "templates/base.html", "cms/wsgi.py"):
        assert copied_into_the_image(name), name
    assert copied_into_the_image("docs/operators/incidents.md")  # the report in the admin shows it
    for name in (
        "var/site.sqlite3",
        ".git",
        "deploy/environment",
        "deploy/postgres_password",
        "tests",
        "build",
    ):
        assert not copied_into_the_image(name), name


def test_every_app_is_in_the_image() -> None:
    ours = {app.split(".")[0] for app in settings.INSTALLED_APPS if (PROJECT / app.split(".")[0]).is_dir()}
    assert ours and all(copied_into_the_image(app) for app in ours)


def test_packages_are_those_with_hashes_and_libraries_those_of_the_script() -> None:
    assert "--require-hashes -r site.txt" in DOCKERFILE
    script = (PROJECT / "scripts/pdf_libraries.sh").read_text()
    assert set(re.search(r"PACKAGES=\((.*?)\)", script)[1].split()) <= set(DOCKERFILE.split())


def test_the_image_makes_backups_of_the_server_that_compose_runs() -> None:
    """Debian 12 has the client of PostgreSQL 15, and pg_dump refuses newer servers."""
    assert "python:3.11-slim-bookworm AS site" in DOCKERFILE
    assert COMPOSE["services"]["postgres"]["image"].startswith("postgres:15-")


# -- compose.yaml ------------------------------------------------------------------------------------


def test_compose_runs_every_part_with_commands_that_exist() -> None:
    asked = [commands_of(each.get("command", [])) for each in OURS.values()]
    asked.append(commands_of(re.findall(r'"([^"]+)"', DOCKERFILE[DOCKERFILE.rindex("CMD") :])))
    named = [words for words in asked if words]
    assert {words[0] for words in named} == {"serve", "db_worker", "clock", "bulletin_worker"}
    for words in named:
        assert_command_exists(words)
    assert OURS["worker"]["deploy"]["replicas"] == 2


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_no_part_may_gain_rights_and_each_may_write_only_where_it_is_told(name: str) -> None:
    service = COMPOSE["services"][name]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service.get("read_only") or name == "elasticsearch"
    assert not service.get("privileged")
    assert "ports" not in service or name == "nginx"


def test_what_holds_data_is_reached_by_the_site_alone() -> None:
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    for name in ("postgres", "redis", "elasticsearch"):
        assert COMPOSE["services"][name]["networks"] == ["inside"]


def test_volumes_networks_and_parts_that_are_named_exist() -> None:
    for service in COMPOSE["services"].values():
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            known = source in COMPOSE["volumes"] or (PROJECT / source).exists()
            assert known or source == "./deploy/certificates", volume
        assert set(service["networks"]) <= set(COMPOSE["networks"])
        assert set(service.get("depends_on", {})) <= set(COMPOSE["services"])


def test_workers_may_take_as_long_to_end_as_the_relay_to_answer() -> None:
    for name in ("worker", "clock", "bulletin"):
        assert int(OURS[name]["stop_grace_period"].rstrip("s")) > settings.EMAIL_REPLY_TIMEOUT


def test_nginx_finds_the_web_servers_where_compose_puts_them() -> None:
    listed = re.findall(r"server ([\d.]+):8000", (DEPLOY / "nginx/upstream.compose.conf").read_text())
    given = [OURS[name]["networks"]["outside"]["ipv4_address"] for name in ("web-1", "web-2")]
    assert listed == given


# -- systemd -----------------------------------------------------------------------------------------


def test_there_is_a_unit_for_each_part() -> None:
    started = {commands_of(shlex.split(unit_values(unit)["ExecStart"]))[0] for unit in UNITS}
    assert started == {"serve", "db_worker", "clock", "bulletin_worker"}


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_runs_a_command_that_exists_without_rights(unit: Path) -> None:
    values = unit_values(unit)
    assert_command_exists(commands_of(shlex.split(values["ExecStart"])))
    assert values["User"] not in ("root", "")
    assert (
        values["NoNewPrivileges"]
        == values["PrivateTmp"]
        == values["Restart"].replace("always", "yes")
        == "yes"
    )
    assert values["ProtectSystem"] == "strict" and values["CapabilityBoundingSet"] == ""
    assert values["WantedBy"] == "employability.target"
    if "@" not in unit.name or "worker" in unit.name:
        assert int(values["TimeoutStopSec"]) > settings.EMAIL_REPLY_TIMEOUT


# -- the environment ---------------------------------------------------------------------------------


def test_every_variable_of_the_example_is_one_that_the_site_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    for line in (DEPLOY / "environment.example").read_text().splitlines():
        if match := re.fullmatch(r"#?([A-Z_]+)='([^']*)'", line):
            name, value = match.groups()
            assert name in VARIABLES
            if value:
                monkeypatch.setenv(name, value)
                read(name)
        else:
            assert line == "" or line.startswith("# "), line


def test_units_and_image_set_only_variables_that_somebody_reads() -> None:
    lines = "\n".join([*(unit.read_text() for unit in UNITS), DOCKERFILE])
    named = re.findall(r"^(?:Environment=|ENV |    )(.*)$", lines, re.M)
    names = {name for line in named for name in re.findall(r"\b([A-Z_]{4,})=", line)}
    of_python = {"PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "PATH"}
    assert names <= {*VARIABLES, *OF_SYSTEMD, *of_python}


# -- nginx -------------------------------------------------------------------------------------------


def site_conf() -> str:
    return (DEPLOY / "nginx/site.conf").read_text()


def test_no_secret_path_is_in_the_access_log() -> None:
    hidden = re.search(r"\(\?<before_secret>\.\*/\(\?:(.+?)\)/\)", site_conf())[1].split("|")
    assert {f"/{path}/" for path in hidden} == set(settings.SECRET_PATHS)
    assert "$request_uri" not in site_conf() and "$args" not in site_conf() and "referer" not in site_conf()


def test_the_proxy_says_whom_it_speaks_for_and_retries_only_what_is_safe() -> None:
    assert "X-Forwarded-For $remote_addr;" in site_conf()
    assert "X-Forwarded-Proto $scheme;" in site_conf() and "X-Request-ID $request_id;" in site_conf()
    assert "non_idempotent" not in site_conf()


def test_an_upload_fits_through_the_proxy() -> None:
    allowed = int(re.search(r"client_max_body_size (\d+)m", site_conf())[1]) * 1024 * 1024
    assert allowed > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE


def test_files_of_nginx_answer_with_the_headers_of_the_site() -> None:
    said = dict(
        re.findall(r'^add_header (\S+) "?(.*?)"? always;$', (DEPLOY / "nginx/headers.conf").read_text(), re.M)
    )
    assert said["Permissions-Policy"] == PERMISSIONS_POLICY
    assert said["Referrer-Policy"] == settings.SECURE_REFERRER_POLICY
    assert said["Strict-Transport-Security"].startswith("max-age=31536000; includeSubDomains; preload")


# -- the look at the site ----------------------------------------------------------------------------


def test_the_smoke_test_asks_for_no_page_that_only_the_demo_site_has() -> None:
    paths = re.findall(r"^look '?(/[^\s'?]+/)", (DEPLOY / "smoke_test.sh").read_text(), re.M)
    assert "/search/" in paths
    assert [path for path in paths if resolve(path).url_name == "wagtail_serve"] == ["/no-such-page/"]


# -- the documents -----------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_of_the_documents_exist(page: Path) -> None:
    text = page.read_text()
    for name in re.findall(r"manage\.py ([a-z_]+)", text):
        assert name in get_commands(), name
    for name in re.findall(r"(?<![\w/])((?:deploy|scripts)/[\w./@-]+\w)", text):
        assert (PROJECT / name).exists() or name.startswith(OF_A_MACHINE), name
