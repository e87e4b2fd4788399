"""What a password may be: not short, not common, not made of what anybody would try here first."""

from __future__ import annotations

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher, identify_hasher
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.accounts.models import User
from cms.accounts.passwords import LEAST_DIFFERENT, OwnWordsValidator, letters_of, words_to_try_first
from tests.accounts.people import PASSWORD, somebody, try_password

MORAG = User(
    username="mmackenzie", email="morag.mackenzie@people.example", first_name="Morag", last_name="Mackenzie"
)
WORDS = [
    "Employability",
    "Scotland",
    "password",
    "Glasgow",
    "Highland",
    "COSLA",
    "Mackenzie",
    "Morag",
    "August",
    "nolb",
]
BETWEEN = st.text("0123456789-_.!?# ", max_size=4)
DISGUISE = str.maketrans("oieas", "01345")


def is_refused(password: str, person: User | None = MORAG) -> bool:
    try:
        OwnWordsValidator().validate(password, person)
    except ValidationError:
        return True
    return False


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(WORDS), BETWEEN), min_size=1, max_size=5), st.booleans(), st.booleans()
)
def test_no_row_of_known_words_is_taken_however_it_is_dressed(parts, in_digits, in_capitals) -> None:
    password = "".join(word + between for word, between in parts)
    password = password.upper() if in_capitals else password.lower()
    assert is_refused(password.translate(DISGUISE) if in_digits else password)


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=12, max_size=60))
def test_what_holds_no_known_word_is_taken_if_it_is_not_all_alike(password: str) -> None:
    words = words_to_try_first(MORAG)
    readings = {
        letters_of(password),
        letters_of(password.translate(str.maketrans("013457@$!|€", "oieastasiie"))),
    }
    if any(word in reading for word in words for reading in readings):
        return
    assert is_refused(password) == (len(set(password)) < LEAST_DIFFERENT)


@pytest.mark.parametrize(
    "password", [PASSWORD, "glasgow-puffin-lantern", "x7#Kq9!mZ2$w", "тысяча-красных-слив"]
)
def test_good_ones_are_taken_also_with_one_known_word_or_in_other_letters(password: str) -> None:
    validate_password(password, MORAG)


@pytest.mark.parametrize(
    "password",
    [
        "puffin-rock",
        "Password1234",
        "Scotland-2026!",
        "123456789012",
        "aaaaaaaaaaaab",
        "N0-0ne-Left-Behind",
        "Mackenzie2026!",
    ],
)
def test_bad_ones_are_refused(password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password, MORAG)


def test_the_council_of_a_person_is_known_by_their_groups(db) -> None:
    person = somebody()
    person.groups.create(name="Loch Lomond editors")
    assert is_refused("LochLomond-2026", person)
    assert not is_refused("LochLomond-2026", MORAG)


def test_an_invited_person_cannot_take_the_name_of_a_council() -> None:
    assert is_refused("Clackmannanshire2026", None)


def test_new_passwords_are_argon2_and_older_ones_become_it_at_sign_in(db, client: Client, settings) -> None:
    from cms.settings.parts.security import PASSWORD_HASHERS

    person = somebody()
    settings.PASSWORD_HASHERS = PASSWORD_HASHERS
    person.set_password(PASSWORD)
    assert person.password.startswith("argon2$argon2id$")
    person.password = PBKDF2PasswordHasher().encode(PASSWORD, "salt", iterations=1000)
    person.save()
    assert try_password(client, person.username, PASSWORD).status_code == 302
    person.refresh_from_db()
    assert identify_hasher(person.password).algorithm == "argon2"
