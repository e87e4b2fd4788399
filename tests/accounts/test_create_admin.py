"""The first administrator."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cms.accounts.models import User

pytestmark = pytest.mark.django_db


def create(**options):
    output = StringIO()
    call_command("create_admin", stdout=output, **options)
    return output.getvalue()


def test_the_printed_password_works_and_is_never_the_same(db):
    passwords = []
    for username in ("first", "second"):
        match = re.search(rf"Administrator {username}, password (\S+) ", create(username=username))
        passwords.append(match[1])
        assert User.objects.get(username=username).check_password(match[1])
    assert passwords[0] != passwords[1]
    assert all(len(password) >= 12 for password in passwords)


def test_a_site_with_an_administrator_gets_no_second_one_by_itself(db):
    create(username="first")
    assert create(username="second", if_none=True) == ""
    assert list(User.objects.filter(is_superuser=True).values_list("username", flat=True)) == ["first"]


def test_a_first_administrator_takes_the_first_free_name(db):
    for username in ("admin", "admin-2"):
        User.objects.create_user(username)
    assert "Administrator admin-3, password" in create(if_none=True)
    assert User.objects.get(is_superuser=True).username == "admin-3"


def test_an_existing_name_is_refused_in_one_line(db):
    create(username="first")
    with pytest.raises(CommandError, match="There is a user first already"):
        create(username="first")
