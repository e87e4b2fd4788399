"""A small server that speaks S3, for tests: moto's, in this process."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable, Iterator
from typing import Any

import boto3
import pytest
from botocore.config import Config
from moto.server import ThreadedMotoServer

KEY, SECRET = "site", "only-for-tests"


def ask(endpoint: str) -> Any:
    """A client of its own: what the code under test says is not believed."""
    return boto3.client(
        "s3",
        endpoint_url=endpoint,
        aws_access_key_id=KEY,
        aws_secret_access_key=SECRET,
        region_name="eu-west-2",
        config=Config(s3={"addressing_style": "path"}, response_checksum_validation="when_required"),
    )


@pytest.fixture(scope="session")
def object_store() -> Iterator[str]:
    """The address of the server."""
    logging.getLogger("werkzeug").setLevel(logging.WARNING)  # it tells of each request
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(scope="session")
def new_bucket(object_store: str) -> Callable[[], dict[str, Any]]:
    """Makes empty buckets, and says how the site reaches each."""
    numbers = itertools.count(1)

    def make() -> dict[str, Any]:
        name = f"bucket-{next(numbers)}"
        place = {"LocationConstraint": "eu-west-2"}
        ask(object_store).create_bucket(Bucket=name, CreateBucketConfiguration=place)
        return {
            "bucket_name": name,
            "endpoint_url": object_store,
            "region_name": "eu-west-2",
            "access_key": KEY,
            "secret_key": SECRET,
        }

    return make


def content_of(given: dict[str, Any]) -> dict[str, bytes]:
    """All that lies in a bucket."""
    client = ask(given["endpoint_url"])
    found = client.list_objects_v2(Bucket=given["bucket_name"]).get("Contents", [])
    return {
        one["Key"]: client.get_object(Bucket=given["bucket_name"], Key=one["Key"])["Body"].read()
        for one in found
        if not one["Key"].endswith("/")
    }
