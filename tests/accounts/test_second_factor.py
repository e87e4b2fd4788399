"""Setting up a second factor and showing it: each code counts once."""

from __future__ import annotations

import base64
import re
from datetime import timedelta

from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.accounts.clock_jobs import seal_keys_anew
from cms.accounts.models import SecondFactor
from cms.accounts.second_factor.keys import is_sealed_with_current_key
from cms.mail.models import OutboxMail
from cms.mail.purposes import words_of
from tests.accounts.people import (
    CHECK,
    KEY,
    PASSWORD,
    SET_UP,
    code_of,
    key_in_the_making,
    somebody,
    try_password,
    with_app,
)

HOME = "/admin/"


def actions() -> list[str]:
    return [
        entry.action for entry in ModelLogEntry.objects.filter(action__startswith="accounts").order_by("pk")
    ]


def show(client: Client, code: str, path: str = CHECK, **more):
    return client.post(path, {"code": code, **more})


def test_who_has_none_sets_one_up_and_is_then_in(signed_in: Client, person) -> None:
    led = signed_in.get("/admin/pages/")
    assert led["Location"] == f"{CHECK}?next=%2Fadmin%2Fpages%2F"
    assert signed_in.get(led["Location"])["Location"].startswith(SET_UP)
    page = signed_in.get(SET_UP).content.decode()
    key = key_in_the_making(signed_in)
    assert base64.b32encode(key).decode() == re.sub(r"<[^>]+>|\s", "", page.split("accounts-key")[1])[2:34]
    assert 'src="data:image/svg+xml' in page
    assert 'autocomplete="one-time-code"' in page and 'inputmode="numeric"' in page
    before = signed_in.session.session_key
    answer = show(signed_in, code_of(key), SET_UP, next="/admin/pages/")
    codes = re.findall(r"<li>([a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4})</li>", answer.content.decode())
    assert len(set(codes)) == 10
    assert 'href="/admin/pages/"' in answer.content.decode()
    assert signed_in.session.session_key != before
    assert signed_in.get("/admin/account/").status_code == 200
    assert actions() == ["accounts.second_factor.set_up"]
    assert "no-store" in answer["Cache-Control"]


def test_the_database_holds_neither_the_key_nor_a_recovery_code(person) -> None:
    factor, codes = with_app(person)
    row = str(SecondFactor.objects.values().get()) + str(list(factor.recovery_codes.values()))
    for secret in (KEY.hex(), base64.b32encode(KEY).decode(), base64.b64encode(KEY).decode(), *codes):
        assert secret not in row
    assert person.username not in str(factor)


def test_a_code_of_the_app_counts_once_for_all_sessions(signed_in: Client, person) -> None:
    with_app(person)
    code = code_of()
    before = signed_in.session.session_key
    assert show(signed_in, code, next="/admin/pages/")["Location"] == "/admin/pages/"
    assert signed_in.session.session_key != before
    thief = Client()
    thief.force_login(person)
    assert "not right, or it was used already" in show(thief, code).content.decode()
    assert thief.get("/admin/pages/").status_code == 302


def test_a_code_from_long_ago_or_of_another_app_is_refused(signed_in: Client, person) -> None:
    with_app(person)
    assert show(signed_in, code_of(later=-3)).status_code == 200
    SecondFactor.objects.update(throttling_failure_count=0)
    assert show(signed_in, code_of(b"another key of 20 by")).status_code == 200
    assert signed_in.get("/admin/pages/").status_code == 302


def test_after_wrong_codes_even_the_right_one_has_to_wait_but_never_for_long(
    signed_in: Client, person
) -> None:
    with_app(person)
    show(signed_in, "000000" if code_of() != "000000" else "111111")
    waits = show(signed_in, code_of())
    assert waits.status_code == 429
    assert "Wait a while" in waits.content.decode()
    long_ago = timezone.now() - timedelta(minutes=18)
    SecondFactor.objects.update(throttling_failure_count=11, throttling_failure_timestamp=long_ago)
    assert show(signed_in, "not a code").status_code == 200  # its form says so, and it is not counted
    assert show(signed_in, code_of()).status_code == 302


def test_a_new_app_needs_the_session_to_have_shown_the_old_one(signed_in: Client, person) -> None:
    with_app(person)
    assert signed_in.get(SET_UP)["Location"].startswith(CHECK)
    assert show(signed_in, code_of(), SET_UP)["Location"].startswith(CHECK)
    show(signed_in, code_of())
    assert signed_in.get(SET_UP).status_code == 200
    key = key_in_the_making(signed_in)
    assert "does not fit" in show(signed_in, code_of(later=5), SET_UP).content.decode()
    assert SecondFactor.objects.get().user == person
    show(signed_in, code_of(key), SET_UP)
    assert actions()[-1] == "accounts.second_factor.replace"
    assert signed_in.get("/admin/pages/").status_code == 200
    assert SecondFactor.objects.count() == 1


def test_other_sessions_have_to_show_the_new_app(signed_in: Client, person) -> None:
    with_app(person)
    show(signed_in, code_of())
    assert signed_in.get("/admin/pages/").status_code == 200
    SecondFactor.objects.all().delete()
    with_app(person)
    assert signed_in.get("/admin/pages/").status_code == 302


def test_groups_can_be_let_off_but_not_their_members_of_other_groups(
    client, second_factor, settings, db
) -> None:
    settings.SECOND_FACTOR_EXEMPT = ["F* editors"]
    editor = somebody("editor")
    editor.is_superuser = False
    editor.save()
    council = Group.objects.filter(name__startswith="Fife").first()
    editor.groups.set([council])
    client.force_login(editor)
    assert client.get(HOME).status_code == 200
    editor.groups.add(Group.objects.get(name="SG editors"))
    assert client.get(HOME)["Location"].startswith(CHECK)
    editor.groups.set([council])
    editor.is_superuser = True
    editor.save()
    assert client.get(HOME)["Location"].startswith(CHECK)


def test_who_need_not_but_has_set_one_up_is_asked(client, second_factor, settings, person) -> None:
    settings.SECOND_FACTOR_EXEMPT = ["SG *"]
    person.is_superuser = False
    person.save()
    person.groups.set([Group.objects.get(name="SG editors")])
    client.force_login(person)
    assert client.get(HOME).status_code == 200
    with_app(person)
    assert client.get(HOME)["Location"].startswith(CHECK)


def test_where_it_is_off_nobody_is_asked_and_its_pages_are_not_there(client, db, settings) -> None:
    client.force_login(somebody())
    assert client.get("/admin/account/").status_code == 200
    assert "second factor" not in client.get("/admin/account/").content.decode()
    for path in (CHECK, SET_UP, "/admin/second-factor/recovery-codes/"):
        assert client.get(path).status_code == 404


def test_signing_in_leads_over_the_check_and_never_to_another_site(client, person) -> None:
    with_app(person)
    assert try_password(client, person.username, PASSWORD)["Location"] == HOME
    assert client.get(HOME)["Location"].startswith(CHECK)
    assert show(client, code_of(), next="https://elsewhere.example/")["Location"] == HOME


def test_another_secret_key_opens_old_keys_until_the_night_seals_them_anew(
    signed_in, person, settings
) -> None:
    with_app(person)
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another-secret" * 5
    signed_in.force_login(person)
    assert show(signed_in, code_of()).status_code == 200
    settings.SECRET_KEY_FALLBACKS = [old]
    assert not is_sealed_with_current_key(SecondFactor.objects.get().sealed_key)
    seal_keys_anew()
    assert is_sealed_with_current_key(SecondFactor.objects.get().sealed_key)
    settings.SECRET_KEY_FALLBACKS = []
    assert show(signed_in, code_of()).status_code == 302


def test_a_person_is_told_by_mail_and_the_mail_holds_no_secret(signed_in, person) -> None:
    _factor, codes = with_app(person)
    mail = OutboxMail.objects.get(purpose="accounts.second_factor.set_up")
    assert mail.reference == {"person": person.pk}
    words = words_of(mail)
    assert "A second factor was set up for your account" in words.text
    assert "/admin/account/" in words.text
    assert not any(code in words.text for code in codes)
