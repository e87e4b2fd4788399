"""The manifests run what compose.yaml runs, and give no more rights. No cluster is asked."""

from __future__ import annotations

import re
import shlex
import subprocess
from urllib.parse import urlsplit

import kubernetes_validate
import pytest
import yaml
from django.conf import settings

from cms.operations.management.commands.serve import FINISHES_WITHIN
from cms.settings.environment import VARIABLES, read
from tests.operations.manifests import (
    BASE,
    IMAGE,
    MANIFESTS,
    PROJECT,
    SITE,
    WITH_PODS,
    Manifest,
    container,
    containers,
    named_in,
    of_kind,
    of_the_site,
    pod,
    variables,
)

COMPOSE = yaml.safe_load((PROJECT / "compose.yaml").read_text())["services"]
DOCKERFILE = (PROJECT / "Dockerfile").read_text()
# Part there -> its name here; what holds the data runs elsewhere.
SAME_PART = {
    "prepare": "prepare",
    "web-1": "web",
    "web-2": "web",
    "worker": "worker",
    "clock": "clock",
    "bulletin": "bulletin",
    "nginx": "static",
}
ELSEWHERE = {"postgres", "redis", "elasticsearch"}
BY_HAND = {"console"}
DATA = "/srv/employability/data"
# The oldest and the newest release that were looked at.
RELEASES = ("1.33", "1.37")


def seconds(words: str) -> int:
    return int(words.rstrip("s"))


def shown(manifest: Manifest) -> str:
    return f"{manifest['kind']} {manifest['metadata']['name']}"


@pytest.mark.parametrize("release", RELEASES)
@pytest.mark.parametrize("manifest", MANIFESTS, ids=shown)
def test_each_is_as_kubernetes_knows_it(manifest: Manifest, release: str) -> None:
    kubernetes_validate.validate(manifest, release, strict=True)


def test_a_word_that_kubernetes_does_not_know_is_seen() -> None:
    wrong = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}, "spec": {"selectors": {}}}
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(wrong, RELEASES[0], strict=True)


def test_every_file_is_named_and_no_two_things_have_one_name() -> None:
    base = named_in(BASE / "kustomization.yaml")
    files = {path.name for path in BASE.iterdir()} - {"kustomization.yaml"}
    assert files == {*base["resources"], *base["configMapGenerator"][0]["files"]}
    assert len({shown(one) for one in MANIFESTS}) == len(MANIFESTS)


def test_the_parts_are_those_of_compose() -> None:
    assert set(SAME_PART) == set(COMPOSE) - ELSEWHERE
    assert set(WITH_PODS) == {*SAME_PART.values(), *BY_HAND}


@pytest.mark.parametrize(("there", "here"), SAME_PART.items())
def test_a_part_runs_the_command_and_image_that_compose_runs(there: str, here: str) -> None:
    assert container(here)["image"] == COMPOSE[there]["image"]
    if here != "static":
        assert container(here).get("command") == COMPOSE[there].get("command")
        assert "args" not in container(here)


def test_there_are_as_many_workers_and_web_servers_as_compose_runs() -> None:
    assert WITH_PODS["worker"]["spec"]["replicas"] == COMPOSE["worker"]["deploy"]["replicas"]
    assert WITH_PODS["web"]["spec"]["replicas"] >= 2 and WITH_PODS["static"]["spec"]["replicas"] >= 2
    assert WITH_PODS["console"]["spec"]["replicas"] == 0


@pytest.mark.parametrize("name", WITH_PODS)
def test_a_pod_has_no_rights_and_writes_only_where_it_is_told(name: str) -> None:
    asked = pod(name)
    assert asked["automountServiceAccountToken"] is False and asked["enableServiceLinks"] is False
    user = asked["securityContext"]
    assert user["runAsNonRoot"] is True and user["seccompProfile"] == {"type": "RuntimeDefault"}
    number = int(re.search(r"^USER (\d+):\1$", DOCKERFILE, re.M)[1])
    assert user["runAsUser"] == user["runAsGroup"] == user["fsGroup"] == number
    assert not {"hostNetwork", "hostPID", "hostIPC", "serviceAccountName"} & set(asked)
    assert all({"emptyDir", "configMap"} & set(volume) for volume in asked["volumes"])
    for each in containers(name):
        assert each["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert each["resources"]["requests"]["memory"] and each["resources"]["limits"]["memory"]
        assert ":latest" not in each["image"]


def test_the_namespace_refuses_pods_with_more_rights() -> None:
    [space] = of_kind("Namespace").values()
    assert space["metadata"]["labels"]["pod-security.kubernetes.io/enforce"] == "restricted"
    assert named_in(BASE / "kustomization.yaml")["namespace"] == space["metadata"]["name"]


@pytest.mark.parametrize("name", of_the_site())
def test_a_part_of_the_site_may_write_where_compose_lets_it(name: str) -> None:
    places = {mount["mountPath"] for mount in container(name)["volumeMounts"]}
    assert places == {"/tmp", DATA, f"{DATA}/static"}  # noqa: S108  the place of the image; uploads and backups lie in buckets
    assert f"DATA_DIR={DATA}" in DOCKERFILE
    claims = WITH_PODS[name]["spec"].get("volumeClaimTemplates", [])
    given = {one["metadata"]["name"] for one in claims} | {one["name"] for one in pod(name)["volumes"]}
    assert {mount["name"] for each in containers(name) for mount in each["volumeMounts"]} <= given


def test_what_the_worker_of_the_bulletin_remembers_stays() -> None:
    [claim] = WITH_PODS["bulletin"]["spec"]["volumeClaimTemplates"]
    [mount] = [one for one in container("bulletin")["volumeMounts"] if one["mountPath"] == DATA]
    assert mount["name"] == claim["metadata"]["name"]


@pytest.mark.parametrize("name", of_the_site())
def test_variables_come_from_settings_and_secrets_alone(name: str) -> None:
    site = named_in(SITE / "kustomization.yaml")
    given = [
        {"configMapRef": {"name": site["configMapGenerator"][0]["name"]}},
        {"secretRef": {"name": site["secretGenerator"][0]["name"]}},
    ]
    for each in containers(name):
        assert "env" not in each
        assert each.get("envFrom", given) == given
    assert container(name)["envFrom"] == given


def test_every_variable_exists_and_has_a_right_value(monkeypatch: pytest.MonkeyPatch) -> None:
    of_each = [variables("settings"), variables("secrets")]
    assert not set(of_each[0]) & set(of_each[1])
    for name, value in {**of_each[0], **of_each[1]}.items():
        assert name in VARIABLES, name
        if value:
            monkeypatch.setenv(name, value)
            read(name)
    commented = re.findall(r"^#([A-Z_]+)=", (SITE / "secrets").read_text(), re.M)
    assert commented and set(commented) <= set(VARIABLES)
    # Without these a pod would keep for itself what all have to see, or what has to stay.
    assert {"DATABASE_URL", "REDIS_URL", "EMAIL_URL", "MEDIA_STORAGE_URL", "BACKUP_FOLDER"} <= set(of_each[1])
    assert "DATA_DIR" not in {**of_each[0], **of_each[1]}, "the image says where data lie"


def test_no_secret_stands_in_the_example() -> None:
    secrets = variables("secrets")
    assert secrets["SECRET_KEY"] == secrets["HASH_KEY"] == ""
    for name, value in secrets.items():
        if "@" in value:
            assert re.search(r":(PASSWORD|SECRET)@", value), name
    ignored = (PROJECT / "deploy/.gitignore").read_text().splitlines()
    assert "kubernetes/site/" in ignored


def test_the_host_is_said_once_and_reaches_the_ingress() -> None:
    host = variables("settings")["ALLOWED_HOSTS"]
    assert urlsplit(variables("settings")["SITE_URL"]).hostname == host
    [ingress] = of_kind("Ingress").values()
    [replacement] = named_in(SITE / "kustomization.yaml")["replacements"]
    assert replacement["source"]["fieldPath"] == "data.ALLOWED_HOSTS"
    assert replacement["targets"] == [
        {
            "select": {"kind": "Ingress", "name": ingress["metadata"]["name"]},
            "fieldPaths": ["spec.rules.0.host", "spec.tls.0.hosts.0"],
        }
    ]
    assert len(ingress["spec"]["rules"]) == len(ingress["spec"]["tls"]) == 1


def test_the_admins_own_host_gets_an_ingress_as_the_page_for_operators_makes_it() -> None:
    page = (PROJECT / "docs/operators/kubernetes.md").read_text()
    line = re.search(r"^    (sed .*ingress\.yaml) >deploy/kubernetes/site/admin\.yaml$", page, re.M)[1]
    made = yaml.safe_load(subprocess.check_output(shlex.split(line), cwd=PROJECT, text=True))  # noqa: S603
    [ingress] = of_kind("Ingress").values()
    assert made["metadata"] == {**ingress["metadata"], "name": "admin"}
    [rule], [tls] = made["spec"]["rules"], made["spec"]["tls"]
    assert rule == {**ingress["spec"]["rules"][0], "host": "admin.HOST.NAME"}
    assert tls == {**ingress["spec"]["tls"][0], "hosts": ["admin.HOST.NAME"]}


def test_both_images_are_named_for_the_site() -> None:
    used = {each["image"] for name in WITH_PODS for each in containers(name)} - {COMPOSE["nginx"]["image"]}
    assert used == {IMAGE, f"{IMAGE}-before"}
    assert {one["name"] for one in named_in(SITE / "kustomization.yaml")["images"]} == used


def test_web_servers_are_replaced_before_they_go_and_lose_no_request() -> None:
    for name in ("web", "static"):
        assert WITH_PODS[name]["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
    pause = int(container("web")["lifecycle"]["preStop"]["exec"]["command"][-1])
    given = pod("web")["terminationGracePeriodSeconds"]
    assert given - pause > FINISHES_WITHIN and given - pause >= seconds(COMPOSE["web-1"]["stop_grace_period"])


def test_health_is_asked_for_by_address_and_a_lost_database_takes_no_pod_out() -> None:
    web = container("web")
    [port] = web["ports"]
    assert f"EXPOSE {port['containerPort']}" in DOCKERFILE
    paths = {
        kind: web[kind]["httpGet"]["path"] for kind in ("startupProbe", "readinessProbe", "livenessProbe")
    }
    assert paths == {"startupProbe": "/readyz", "readinessProbe": "/healthz", "livenessProbe": "/healthz"}
    # Over plain http; that any host will do says test_health.
    asked = [path.lstrip("/") for path in paths.values()]
    assert all(any(re.match(free, path) for free in settings.SECURE_REDIRECT_EXEMPT) for path in asked)


@pytest.mark.parametrize("name", ["worker", "clock", "bulletin"])
def test_a_worker_has_the_time_and_the_first_process_of_compose(name: str) -> None:
    assert pod(name)["terminationGracePeriodSeconds"] == seconds(COMPOSE[name]["stop_grace_period"])
    assert pod(name)["shareProcessNamespace"] == COMPOSE[name]["init"]


@pytest.mark.parametrize("name", ["web", "worker", "clock", "bulletin"])
def test_a_release_waits_for_its_database_and_finds_its_static_files(name: str) -> None:
    files, database = pod(name)["initContainers"]
    collected = re.search(r"DATA_DIR=(\S+) python manage.py collectstatic", DOCKERFILE)[1]
    assert files["command"] == ["cp", "-R", f"{collected}/static/.", f"{DATA}/static/"]
    assert shlex.split(database["command"][-1])[1:5] == ["python", "manage.py", "migrate", "--check"]


def test_readers_get_static_files_of_two_releases_the_newer_one_last() -> None:
    images = [each["image"] for each in pod("static")["initContainers"]]
    assert images == [f"{IMAGE}-before", IMAGE]


def test_the_way_in_leads_to_services_whose_pods_exist() -> None:
    [ingress] = of_kind("Ingress").values()
    paths = ingress["spec"]["rules"][0]["http"]["paths"]
    assert [(one["path"], one["backend"]["service"]["name"]) for one in paths] == [
        (settings.STATIC_URL, "static"),
        ("/", "web"),
    ]
    for name, service in of_kind("Service").items():
        labels = WITH_PODS[name]["spec"]["template"]["metadata"]["labels"]
        assert service["spec"]["selector"].items() <= labels.items()
        assert {one["targetPort"] for one in service["spec"].get("ports", [])} <= {"http"}
    for size in ("nginx.ingress.kubernetes.io/proxy-body-size", "nginx.org/client-max-body-size"):
        allowed = int(ingress["metadata"]["annotations"][size].rstrip("m")) * 1024 * 1024
        assert allowed > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE


def test_nobody_speaks_with_a_pod_that_no_rule_names() -> None:
    rules = of_kind("NetworkPolicy")
    assert rules.pop("nobody")["spec"] == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}
    named = {
        name: set(rule["spec"]["podSelector"]["matchExpressions"][0]["values"])
        for name, rule in rules.items()
    }
    assert named == {"readers": {"web", "static"}, "what-the-site-needs": set(of_the_site())}


def test_what_the_example_names_can_be_reached() -> None:
    rules = of_kind("NetworkPolicy")["what-the-site-needs"]["spec"]["egress"]
    open_ports = {port["port"] for rule in rules for port in rule["ports"]}
    named = {int(port) for port in re.findall(r"://\S+?:(\d+)", (SITE / "secrets").read_text())}
    assert {5432, 6379, 587} <= named <= open_ports
    assert {53, 443} <= open_ports, "names, and what has an address with https"


def test_one_pod_at_a_time_may_be_taken_away() -> None:
    several = {name for name, one in WITH_PODS.items() if one["spec"].get("replicas", 1) > 1}
    budgets = of_kind("PodDisruptionBudget")
    assert set(budgets) == several
    assert {one["spec"]["maxUnavailable"] for one in budgets.values()} == {1}
