"""The order of the layers, as import-linter's section of pyproject.toml states it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def contracts() -> dict[str, list[list[str]]]:
    """Contract name -> layers from the top down, each a list of packages."""
    section = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    return {
        contract["name"]: [[name.strip() for name in layer.split("|")] for layer in contract["layers"]]
        for contract in section["contracts"]
    }


@cache
def root_packages() -> tuple[str, ...]:
    section = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    return tuple(section["root_packages"])


@cache
def depths() -> dict[str, int]:
    """Package -> how far down its layer lies, 0 at the top."""
    layers = contracts()["Imports point downwards"]
    return {package: depth for depth, layer in enumerate(layers) for package in layer}


def package_of(dotted_name: str) -> str | None:
    """The package of the layers that a module belongs to; None for anyone else's code."""
    parts = dotted_name.split(".")
    names = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((name for name in names if name in depths()), None)


def may_use(user: str, used: str) -> bool:
    """Whether code of one package may know another: itself, a lower layer, or anyone else's code."""
    above, below = package_of(user), package_of(used)
    return below is None or above == below or (above is not None and depths()[above] < depths()[below])
