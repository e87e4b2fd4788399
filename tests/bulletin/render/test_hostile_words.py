"""Whatever somebody types reaches readers as words: it breaks no mail and becomes no part of one."""

from __future__ import annotations

from email import message_from_bytes, policy

import pytest
from bs4 import BeautifulSoup

from bulletin.models import EditionPage
from bulletin.render.mail import html_of
from bulletin.render.message import Recipient, finished, freeze
from bulletin.render.text import text_of
from bulletin.render.tokens import TOKEN
from bulletin.render.typed import typed
from tests.bulletin.render.editions import edition, sections, story

pytestmark = pytest.mark.usefixtures("demo_site")

HOSTILE = [
    "<script>alert(1)</script>",
    "<mj-raw><img src=x onerror=alert(1)></mj-raw>",
    "</mj-text></mj-column><mj-section>",
    "a < b and b > c & d",
    "<p>never closed",
    "<!-- never closed",
    "<![CDATA[ x ]]>",
    "<!--[if mso]><b>x</b><![endif]-->",
    "{{ letter.subject }} {% include 'base.html' %}",
    '" onmouseover="alert(1)" x="',
    "&lt;b&gt; &amp; &nbsp; &#60;i&#62; &bogus;",
    "%%UNSUBSCRIBE%% %%ADDRESS%% %%%%DATE%%%%",
    "Emoji 🎉👩🏽‍💻, Gàidhlig: àèìòù, Arabic: مرحبا \u202eabc",
    "\x0b\x1f\ufdd0 control",
]
RECIPIENT = Recipient(
    "a@b.example", "key", "1@b.example", "https://b.example/leave/", "Mon, 3 Mar 2031 09:00:00 +0000"
)


def everywhere(words: str) -> EditionPage:
    """The same words in every place that takes words."""
    every = {"title": words, "summary": words, "link_words": words, "address": "https://a.example/"}
    facts = {"day": "2031-03-09", "time": words, "place": words}
    items = [
        ("story", every),
        ("event", {**every, **facts}),
        ("event", {**every, **facts}),
        ("vacancy", {**every, "employer": words, "place": words}),
        ("free_text", {"text": words}),
        ("free_text", {"text": f"<p>{words}</p>"}),
    ]
    draft = edition(sections=sections((words, items)), introduction=f"<p>{words}</p>")
    draft.title = draft.preheader = words
    return draft


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    mail = BeautifulSoup(html_of(everywhere(words)), "lxml")
    assert mail.find(["script", "iframe", "object", "form", "input"]) is None
    assert not [name for tag in mail.find_all() for name in tag.attrs if name.startswith("on")]
    assert mail.find("h2").get_text() == typed(words)
    assert {heading.get_text() for heading in mail.find_all("h3")} == {typed(words)}
    assert mail.find_all("a")[-1].get_text() == "Privacy notice"


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_make_no_header_and_no_token(words: str) -> None:
    draft = everywhere(words)
    draft.subject = words.translate(dict.fromkeys(range(32)))
    frozen = freeze(draft)
    message = message_from_bytes(finished(frozen.message, RECIPIENT), policy=policy.default)
    assert message["To"] == "a@b.example"
    assert message["Subject"] == typed(draft.subject)
    for part in message.iter_parts():
        content = part.get_content()
        assert not part.defects
        assert TOKEN.search(content) is None
        assert content.count("https://b.example/leave/") == 1


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVA\tSCRIPT:alert(1)",
        "data:text/html,<b>x</b>",
        "vbscript:x",
        "//evil.example/",
        "/\\evil.example/",
        "#within",
        "",
    ],
)
def test_links_that_no_reader_may_follow_are_only_their_words(address: str) -> None:
    text = f'<p>See <a href="{address}">this page</a>.</p>'
    draft = edition(story(address=address), ("free_text", {"text": text}), introduction=text, slug="2031-03")
    mail = BeautifulSoup(html_of(draft), "lxml")
    assert mail.find("h3").find("a") is None
    assert not [link for link in mail.find_all("a") if link.get_text() == "this page"]
    assert "See this page." in text_of(draft)


def test_rich_text_keeps_a_few_elements_and_no_attribute_but_the_address() -> None:
    pasted = (
        '<h2 style="color:red">Heading</h2><p class="x" data-block-key="a">One <b onclick="x()">two</b><br/>'
        '<i>three</i> <em>four</em> <strong>five</strong> <u>six</u></p><ul class="y"><li>a</li><li>b'
        '<ol><li>c</li></ol></li></ul><table><tr><td>cell</td></tr></table><img src="x.png" alt="no"/>'
        "<style>p {}</style><script>x()</script><iframe>frame</iframe><textarea>area</textarea>"
        '<a href="https://a.example/?a=1&amp;b=2" target="_blank" onclick="x()">seven</a>'
    )
    mail = BeautifulSoup(html_of(edition(("free_text", {"text": pasted}))), "lxml")
    part = mail.find("b", string="two").find_parent("div")
    assert {tag.name for tag in part.find_all()} == {
        "p",
        "b",
        "br",
        "i",
        "em",
        "strong",
        "ul",
        "li",
        "ol",
        "a",
    }
    assert {name for tag in part.find_all() for name in tag.attrs} == {"style", "href"}
    assert part.find("a")["href"] == "https://a.example/?a=1&b=2"
    assert "color:" in part.find("a")["style"]
    assert part.get_text(" ", strip=True) == "Heading One two three four five six a b c cell seven"


def test_a_pair_of_percent_signs_reaches_readers_as_typed() -> None:
    assert typed("100%% sure").replace("\u2060", "") == "100%% sure"
    assert TOKEN.search(typed("%%%UNSUBSCRIBE%%%%")) is None


def test_what_is_no_character_is_left_out() -> None:
    assert typed("a\x00b\ud800c\ufffed\ne") == "abcd e"
