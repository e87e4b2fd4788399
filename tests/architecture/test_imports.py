"""Imports point downwards only: import-linter says so, and is seen to say no."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.layers import ROOT, contracts, root_packages
from tests.architecture.source_files import source_files

NO_LAYER_NEEDED = {"tests", "scripts"}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603  our own tool


def packages_without_layer(paths: list[str]) -> set[str]:
    """Top-level folders that hold Python but are unknown to import-linter."""
    folders = {path.split("/")[0] for path in paths if path.endswith(".py") and "/" in path}
    return folders - NO_LAYER_NEEDED - set(root_packages())


@pytest.fixture
def copied_tree(tmp_path: Path) -> Path:
    for package in root_packages():
        shutil.copytree(
            ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("source", "__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_imports_point_downwards() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout


def test_an_import_that_points_upwards_is_refused(copied_tree: Path) -> None:
    with (copied_tree / "cms/design_system/apps.py").open("a") as module:
        module.write("\nimport resources.apps\n")
    result = lint_imports(copied_tree)
    assert result.returncode == 1
    assert "cms.design_system is not allowed to import resources" in result.stdout


def test_imports_between_neighbours_are_refused(copied_tree: Path) -> None:
    with (copied_tree / "cms/media/apps.py").open("a") as module:
        module.write("\nimport cms.vocabulary.apps\n")
    result = lint_imports(copied_tree)
    assert result.returncode == 1
    assert "cms.media is not allowed to import cms.vocabulary" in result.stdout


def test_a_package_of_cms_without_a_layer_is_refused(copied_tree: Path) -> None:
    (copied_tree / "cms/stray").mkdir()
    (copied_tree / "cms/stray/__init__.py").touch()
    result = lint_imports(copied_tree)
    assert result.returncode == 1
    assert "cms.stray" in result.stdout


def test_every_top_level_package_has_a_layer() -> None:
    assert packages_without_layer([str(path) for path in source_files()]) == set()


def test_a_top_level_package_without_a_layer_is_seen() -> None:
    assert packages_without_layer(["newsletter/models.py", "home/models.py", "manage.py"]) == {"newsletter"}


def test_both_contracts_state_the_same_order() -> None:
    whole, within_cms = (
        contracts()["Imports point downwards"],
        contracts()["Every package of cms has a layer"],
    )
    cms_layers = [[name for name in layer if name.startswith("cms.")] for layer in whole]
    assert [layer for layer in cms_layers if layer] == [
        [f"cms.{name}" for name in layer] for layer in within_cms
    ]
