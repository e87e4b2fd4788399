"""Words are looked up once, in each language by itself."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, override, pgettext, trans_real

pytestmark = pytest.mark.django_db


@pytest.fixture
def after_a_request_in_each_language(client: Client, demo_site: None) -> None:
    for address in ("/", "/gd/"):
        client.get(address)


@pytest.mark.usefixtures("after_a_request_in_each_language")
def test_switching_the_language_gives_other_words() -> None:
    for _ in range(2):
        with override("en-gb"):
            assert gettext("Home") == "Home"
        with override("gd"):
            assert gettext("Home") == "Dachaigh"


@pytest.mark.usefixtures("after_a_request_in_each_language")
def test_a_word_is_looked_up_once_however_often_it_is_asked_for() -> None:
    looked_up = trans_real.translation("gd").gettext
    looked_up.cache_clear()
    with override("gd"):
        for _ in range(5):
            gettext("Home")
    assert (looked_up.cache_info().misses, looked_up.cache_info().hits) == (1, 4)


@pytest.mark.usefixtures("after_a_request_in_each_language")
def test_words_are_safe_only_where_they_were_called_so() -> None:
    with override("en-gb"):
        assert isinstance(gettext(mark_safe("<b>Nobody translates this</b>")), SafeString)
        assert not isinstance(gettext("<b>Nobody translates this</b>"), SafeString)


@pytest.mark.usefixtures("after_a_request_in_each_language")
def test_a_word_that_means_two_things_has_two_translations() -> None:
    with override("gd"):
        assert pgettext("nobody has such a context", "Home") == "Home"
        assert gettext("Home") == "Dachaigh"
