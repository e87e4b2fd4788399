"""PO files out and in: what is wrong with one is said in one line, and nothing of it is taken over."""

from __future__ import annotations

import codecs

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from cms.translation.followed import bring_up_to_date
from cms.translation.markup import without_hidden_markup
from cms.translation.po_file import LARGEST, CannotImport, read
from tests.factories.pages import standard
from tests.translation.gaelic import begin, fill, save, target

pytestmark = pytest.mark.django_db

FILES = st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode))
BACK = {"next": "/admin/"}


@pytest.fixture
def translation(english: Page) -> Translation:
    return begin(english)


def downloaded(client: Client, translation: Translation) -> str:
    url = reverse("wagtail_localize:download_pofile", args=[translation.pk])
    response = client.get(url)
    assert response["Content-Disposition"] == 'attachment; filename="help-with-travel-gd.po"'
    return response.content.decode()


def sent(client: Client, translation: Translation, content: bytes | None) -> HttpResponse:
    url = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    files = {} if content is None else {"file": SimpleUploadedFile("words.po", content)}
    return client.post(url, {**BACK, **files})


def words(translation: Translation) -> dict[str, str]:
    return dict(
        StringTranslation.objects.filter(context__object_id=translation.source.object_id).values_list(
            "translation_of__data", "data"
        )
    )


def filled_in(text: str, **more: str) -> bytes:
    """Every entry translated; `more` says how those that begin with a word are."""
    po = polib.pofile(text)
    for entry in po:
        found = (words for start, words in more.items() if entry.msgid.startswith(start))
        entry.msgstr = next(found, f"PO {entry.msgid}")
    return str(po).encode()


def test_out_and_in_again(translation: Translation, sg_editor: Client, said) -> None:
    response = sent(sg_editor, translation, filled_in(downloaded(sg_editor, translation)))
    assert "4 pieces of text are translated" in said(response), words(translation)
    assert words(translation)["One bus."] == "PO One bus."
    save(translation)
    assert "PO One bus." in str(target(translation).body)


WRONG = {
    "nothing": (None, "choose a PO file first"),
    "empty": (b"", "does not say what it translates"),
    "a picture": (b"\x89PNG\r\n\x1a\n\xff\xfe", "not in UTF-8"),
    "UTF-16": (codecs.BOM_UTF16 + "msgid".encode("utf-16"), "not in UTF-8"),
    "Latin-1": ('msgid "a"\nmsgstr "à"\n'.encode("latin-1"), "not in UTF-8"),
    "control characters": (b'msgid "a\x00"\nmsgstr "b"\n', "characters that are no text"),
    "damaged": (b'msgid "a"\nmsgstr[ b"\n', "line 2 is not as in a PO file"),
    "prose": (b"Dear translator, thank you", "not as in a PO file"),
    "a path": (b"/etc/passwd", "not as in a PO file"),
    "no owner": (b'msgid ""\nmsgstr "Project: x\\n"\n\nmsgid "a"\nmsgstr "b"\n', "does not say what it"),
    "huge": (b"#" * (LARGEST + 1), "larger than 2.0"),
    "strange encoding": (b'msgid ""\nmsgstr "Content-Type: text; charset=martian\\n"\n', "does not say"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_bad_file_gets_one_line(translation: Translation, sg_editor: Client, said, name: str) -> None:
    content, line = WRONG[name]
    response = sent(sg_editor, translation, content)
    assert response.status_code == 302 and response["Location"] == "/admin/"
    assert said(response).startswith("Nothing was imported") and line in said(response).replace("\xa0", " ")
    assert words(translation) == {}


def test_the_file_of_another_page_is_refused(english: Page, translation, sg_editor, said) -> None:
    other = begin(standard(english.get_parent(), "Buses"))
    content = filled_in(downloaded(sg_editor, translation))
    assert "that of another page" in said(sent(sg_editor, other, content))
    assert words(other) == {}


def test_what_is_no_longer_in_the_english_is_left_out(translation: Translation, sg_editor, said) -> None:
    po = polib.pofile(downloaded(sg_editor, translation))
    po.append(polib.POEntry(msgid="Three boats.", msgctxt="body", msgstr="Trì bàtaichean."))
    po.append(polib.POEntry(msgid="Four boats.", msgstr="Ceithir bàtaichean."))
    told = said(sent(sg_editor, translation, str(po).encode()))
    assert "2 entries were left out" in told and "0 pieces of text are translated" in told


def test_markup_that_is_not_allowed_does_not_reach_readers(translation: Translation, sg_editor, said) -> None:
    hidden = "Aon bhus.<!--><script>alert(1)</script>-->"
    tag = '<a href="javascript:alert(1)">Dà thrèan</a>'
    image = "<img src=x onerror=alert(1)>"
    content = filled_in(downloaded(sg_editor, translation), One=hidden, Two=tag, Help=image)
    assert "2 pieces of text hold markup that is not allowed" in said(sent(sg_editor, translation, content))
    save(translation)
    page = target(translation)
    shown = f"{page.title} {page.body}"
    assert "Aon bhus." in shown and "Two trains." in shown and page.title == "Help with travel"
    assert not [bad for bad in ("script", "<!--", "onerror") if bad in shown]


@pytest.mark.parametrize("start", ["<!--", "<!-->", "<!--->", "<![CDATA[", "<!DOCTYPE ", "<?php "])
def test_nothing_hides_in_comments_whoever_writes_them(start: str, english: Page) -> None:
    cleaned = without_hidden_markup(f"a {start}<script>alert(1)</script>--> b")
    assert "<!" not in cleaned and "<?" not in cleaned
    translation = begin(english)
    fill(translation, prefix=f"a {start}<b>")
    assert not [text for text in words(translation).values() if "<!" in text or "<?" in text]


def test_a_fuzzy_entry_is_a_draft_until_the_mark_is_taken_away(
    translation: Translation, sg_editor: Client, moderator: Client
) -> None:
    po = polib.pofile(downloaded(sg_editor, translation))
    for entry in po:
        entry.msgstr, entry.flags = f"PO {entry.msgid}", ["fuzzy"]
    sent(sg_editor, translation, str(po).encode())
    assert kinds(translation) == {"machine"}
    po = polib.pofile(downloaded(sg_editor, translation))
    assert all(entry.fuzzy for entry in po)
    for entry in po:
        entry.flags = []
    sent(sg_editor, translation, str(po).encode())
    assert kinds(translation) == {"machine"}, "only those who may publish say that it was reviewed"
    sent(moderator, translation, str(po).encode())
    assert kinds(translation) == {"manual"}


def kinds(translation: Translation) -> set[str]:
    own = StringTranslation.objects.filter(context__object_id=translation.source.object_id)
    return set(own.values_list("translation_type", flat=True))


def test_whoever_may_not_change_the_page_gets_and_gives_no_file(
    translation: Translation, council_editor: Client, outsider: Client, sg_editor: Client
) -> None:
    content = filled_in(downloaded(sg_editor, translation))
    url = reverse("wagtail_localize:download_pofile", args=[translation.pk])
    for client in (council_editor, outsider):
        assert client.get(url).status_code == 302
        sent(client, translation, content)
        assert words(translation) == {}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=FILES, keeps_start=st.booleans())
def test_no_file_breaks_the_reader(translation: Translation, content: bytes, keeps_start: bool) -> None:
    start = b'msgid ""\nmsgstr "X: y\\n"\n\nmsgctxt "body"\nmsgid "' if keeps_start else b""
    with pytest.raises(CannotImport):
        read(SimpleUploadedFile("x.po", start + content), translation)


def test_what_still_fits_is_said_by_taking_the_mark_away(
    translation: Translation, english: Page, sg_editor: Client
) -> None:
    fill(translation)
    save(translation)
    english = type(english).objects.get(pk=english.pk)
    english.summary = "Travel is paid."
    english.save_revision().publish()
    bring_up_to_date(translation.source_id)
    po = polib.pofile(downloaded(sg_editor, translation))
    offered = next(entry for entry in po if entry.msgid == "Travel is paid.")
    assert offered.fuzzy and offered.msgstr
    offered.flags.remove("fuzzy")
    sent(sg_editor, translation, str(po).encode())
    row = StringTranslation.objects.get(translation_of__data="Travel is paid.")
    assert (row.has_error, row.field_error, row.data) == (False, "", offered.msgstr)
