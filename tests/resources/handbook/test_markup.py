"""Rich text of the handbook: a small set of elements, and links that lead where readers may go."""

import pytest

from resources.handbook.markup import plain_text, tidied


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", " javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//x.example"],
)
def test_a_link_that_could_do_harm_is_words_alone(address):
    assert tidied(f"<p><A HREF='{address}'>go</A></p>") == "<p>go</p>"


@pytest.mark.parametrize(
    "address", ["https://a.example/", "/handbook/", "#annex-a", "mailto:a@b.example", "tel:+44"]
)
def test_a_link_that_readers_may_follow_stays(address):
    assert (
        tidied(f'<p><a href="{address}" class="x" onclick="y">go</a></p>')
        == f'<p><a href="{address}">go</a></p>'
    )


def test_what_is_no_part_of_the_set_gives_way_to_its_words():
    html = "<div><!-- x --><script>bad()</script><p><em>So</em> <span>it</span> is</p><p> </p></div>"
    assert tidied(html) == "<p><i>So</i> it is</p>"


def test_the_same_words_are_written_the_same_way():
    assert tidied('<p>é &amp; "x"<br/></p>') == '<p>é &amp; "x"<br></p>'


def test_plain_words_keep_lines_and_lists():
    html = "<p>One<br>two</p><ul><li>a<ul><li>b</li></ul></li></ul><ol><li>c</li><li>d</li></ol>"
    assert plain_text(html) == "One\ntwo\n- a\n- b\n1. c\n2. d"
