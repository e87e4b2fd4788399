"""The manifests for Kubernetes as they are committed, before kustomize fills in what is one site's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).resolve().parents[2]
KUBERNETES = PROJECT / "deploy/kubernetes"
BASE = KUBERNETES / "base"
SITE = KUBERNETES / "site.example"
IMAGE = "employability-in-scotland"

Manifest = dict[str, Any]


def named_in(kustomization: Path) -> Manifest:
    return yaml.safe_load(kustomization.read_text())


MANIFESTS: list[Manifest] = [
    manifest
    for name in named_in(BASE / "kustomization.yaml")["resources"]
    for manifest in yaml.safe_load_all((BASE / name).read_text())
]
# What has pods, by its name.
WITH_PODS = {one["metadata"]["name"]: one for one in MANIFESTS if "template" in one.get("spec", {})}


def of_kind(kind: str) -> dict[str, Manifest]:
    return {one["metadata"]["name"]: one for one in MANIFESTS if one["kind"] == kind}


def pod(name: str) -> Manifest:
    return WITH_PODS[name]["spec"]["template"]["spec"]


def container(name: str) -> Manifest:
    [only] = pod(name)["containers"]
    return only


def containers(name: str) -> list[Manifest]:
    return [*pod(name).get("initContainers", []), *pod(name)["containers"]]


def of_the_site() -> list[str]:
    """Those that run the site's own image."""
    return [name for name in WITH_PODS if container(name)["image"] == IMAGE]


def variables(name: str) -> dict[str, str]:
    """What `settings` or `secrets` gives, as kustomize reads it: line by line, without quotes."""
    lines = (SITE / name).read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
