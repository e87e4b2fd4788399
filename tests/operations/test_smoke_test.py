"""deploy/smoke_test.sh looks for the admin where it has to be, and nowhere else."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
# Answers as a site does whose admin is on the host in $ADMIN, on each if it is empty, and with 500 at $WRONG.
CURL = """#!/bin/bash
address=${@: -1}
host=${address%"/${address#*//*/}"} path=/${address#*//*/}
status=200
if [[ $path == /no-such-page/ || ($path == /admin/* && $ADMIN && $host != "$ADMIN") ]]; then status=404; fi
if [[ $host$path == "$WRONG" ]]; then status=500; fi
echo "ok database password Disallow: / </html></urlset>{"
if [[ " $* " == *" --write-out "* ]]; then printf '\\n%s 0.1' $status; fi
"""
SITE, ADMIN = "https://site.example", "https://admin.example"


def smoke_test(
    folder: Path, *addresses: str, admin: str, wrong: str = ""
) -> subprocess.CompletedProcess[str]:
    (folder / "curl").write_text(CURL)
    (folder / "curl").chmod(0o755)
    environment = {"PATH": f"{folder}:{os.environ['PATH']}", "ADMIN": admin, "WRONG": wrong}
    return subprocess.run(  # noqa: S603  our own script
        ["/bin/bash", str(PROJECT / "deploy/smoke_test.sh"), *addresses],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("addresses", "admin"), [([SITE], SITE), ([SITE, ADMIN], ADMIN), ([SITE, f"{ADMIN}/"], ADMIN)]
)
def test_the_admin_is_where_it_has_to_be(tmp_path: Path, addresses: list[str], admin: str) -> None:
    done = smoke_test(tmp_path, *addresses, admin=admin)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "/admin/login/: 0.1 s" in done.stdout


@pytest.mark.parametrize(
    ("addresses", "admin"), [([SITE], ADMIN), ([SITE, ADMIN], SITE), ([SITE, ADMIN], "")]
)
def test_an_admin_in_the_wrong_place_is_seen(tmp_path: Path, addresses: list[str], admin: str) -> None:
    done = smoke_test(tmp_path, *addresses, admin=admin)
    assert done.returncode == 1 and "/admin/login/: FAILED. Expected: status" in done.stderr


@pytest.mark.parametrize("wrong", [f"{SITE}/", f"{ADMIN}/robots.txt", f"{SITE}/search/?q=work"])
def test_one_part_that_does_not_answer_is_enough(tmp_path: Path, wrong: str) -> None:
    assert smoke_test(tmp_path, SITE, ADMIN, admin=ADMIN, wrong=wrong).returncode == 1
