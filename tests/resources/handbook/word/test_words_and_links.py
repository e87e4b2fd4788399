"""Runs, links, fields, pictures and tracked changes within the text of a section."""

import pytest

from resources.handbook.word import read
from tests.resources.handbook.word import documents as word
from tests.resources.handbook.word.documents import (
    field_link,
    item,
    link,
    picture,
    product,
    products_table,
    run,
    text,
)

URL = "https://example.org/plan/"


def body(*blocks: str, **parts) -> str:
    return read(word.handbook(*blocks, **parts)).sections[0].body.html


def told(*blocks: str, **parts) -> str:
    return "\n".join(str(remark) for remark in read(word.handbook(*blocks, **parts)).remarks)


def test_looks_are_kept_and_runs_of_one_look_are_one() -> None:
    parts = [
        run("a "),
        run("b", "b"),
        run("c", "b"),
        run(" d", "b i"),
        run("e", "i"),
        word.raised("2"),
        run("f", "u"),
    ]
    assert body(text(*parts)) == "<p>a <b>bc<i> d</i></b><i>e</i><sup>2</sup>f</p>"


def test_looks_of_character_styles_count_and_can_be_switched_off() -> None:
    styles = '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
    strong = '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>a</w:t></w:r>'
    plain = '<w:r><w:rPr><w:rStyle w:val="Strong"/><w:b w:val="0"/></w:rPr><w:t>b</w:t></w:r>'
    file = word.document(word.heading("1. One"), text(strong, plain), styles=styles)
    assert read(file).sections[0].body.html == "<p><b>a</b>b</p>"


def test_spaces_that_do_not_break_are_spaces_and_soft_hyphens_go() -> None:
    soft = "<w:r><w:t>em</w:t><w:softHyphen/><w:t>ploy\u00adable</w:t></w:r>"
    assert body(text("a\u00a0b\u202fc  d ", soft)) == "<p>a b c d employable</p>"


def test_lists_keep_their_kind_and_their_depth() -> None:
    items = [item("a"), item("b", depth=1), item("c", "number", 1), item("d"), item("e", "number")]
    inner = "<ul><li>b</li></ul><ol><li>c</li></ol>"
    assert body(*items) == f"<ul><li>a{inner}</li><li>d</li></ul><ol><li>e</li></ol>"


def test_lists_that_count_from_their_own_start_are_two() -> None:
    items = [item("a", "number"), item("b", "other number"), item("c", "other number")]
    assert body(*items) == "<ol><li>a</li></ol><ol><li>b</li><li>c</li></ol>"


def test_lists_may_come_from_styles_and_go_on_in_further_paragraphs() -> None:
    items = [text("a", style="ListBullet"), text("b", style="ListContinue"), text("c", style="ListNumber")]
    assert body(*items) == "<ul><li><p>a</p><p>b</p></li></ul><ol><li>c</li></ol>"


@pytest.mark.parametrize(
    "written",
    [
        link("the plan", URL),
        field_link("the plan", f'HYPERLINK "{URL}" \\o "Tip" \\t "_blank"'),
        field_link("the plan", f"HYPERLINK {URL}"),
        f'<w:fldSimple w:instr="HYPERLINK &quot;{URL}&quot;">{run("the plan")}</w:fldSimple>',
        f"<w:smartTag>{link('the plan', URL)}</w:smartTag>",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{link('the plan', URL)}</w:sdtContent></w:sdt>",
        link("the ", URL) + link("plan", URL),
    ],
)
def test_links_are_read_in_every_form(written) -> None:
    assert body(text("See ", written, ".")) == f'<p>See <a href="{URL}">the plan</a>.</p>'


def test_a_place_in_a_page_is_part_of_the_address() -> None:
    assert f'href="{URL}#a"' in body(text(field_link("x", f'HYPERLINK "{URL}" \\l "a"')))


@pytest.mark.parametrize(
    "written",
    [
        link("the plan", "#"),
        link("the plan", "file:///C:/plan.docx"),
        link("the plan", "javascript:alert(1)"),
        link("the plan", "../plan.docx"),
        link("the plan", "https://"),
        link("the plan", "http://[broken"),
        link("the plan", "www.example.org"),
        f'<w:hyperlink w:anchor="_Ref1">{run("the plan")}</w:hyperlink>',
        f'<w:hyperlink r:id="missing">{run("the plan")}</w:hyperlink>',
        field_link("the plan", 'HYPERLINK ""'),
        field_link("the plan", 'HYPERLINK \\l "_Ref1"'),
    ],
)
def test_links_that_lead_nowhere_keep_their_words_and_are_told(written) -> None:
    assert body(text("See ", written, ".")) == "<p>See the plan.</p>"
    words = told(text("First."), text("See ", written, "."))
    assert "section 1, paragraph 2: The link “the plan” leads " in words
    assert "Only its words were kept" in words


def test_tracked_changes_are_accepted_and_counted_once() -> None:
    by = 'w:id="1" w:author="A"'
    changed = text(
        "We ",
        f"<w:del {by}><w:r><w:delText>do not </w:delText></w:r></w:del>",
        f"<w:ins {by}>{run('really ')}</w:ins>",
        f"<w:moveFrom {by}>{run('moved away ')}</w:moveFrom>",
        f"<w:moveTo {by}>{run('moved here ')}</w:moveTo>",
        "agree.",
    )
    gone = product("Gone").replace("<w:trPr>", f"<w:trPr><w:del {by}/>")
    new = product("New").replace("<w:trPr>", f"<w:trPr><w:ins {by}/>")
    file = word.handbook(changed, products_table(gone, new))
    assert read(file).sections[0].body.html == "<p>We really moved here agree.</p>"
    assert [found.name for found in read(file).products] == ["New"]
    [words] = [str(one) for one in read(file).remarks if "tracked" in one.words]
    assert words.endswith("all accepted: inserted 2, deleted 2, moved 1.")


def test_paragraphs_between_which_the_mark_was_deleted_are_one() -> None:
    deleted = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
    assert body(text("One ", properties=deleted), text("and the same.")) == "<p>One and the same.</p>"


def test_footnotes_stand_in_brackets_and_are_told_but_change_no_name_or_date() -> None:
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    extra = word.footnotes("See the law.")
    assert body(text("We must", reference, "."), extra=extra) == "<p>We must [See the law.].</p>"
    table = products_table(product(word.cell(text("Toolkit", reference)), word.cell(text("2021", reference))))
    found = read(word.handbook(table, extra=extra))
    assert (found.products[0].name, str(found.products[0].published)) == ("Toolkit", "2021")
    assert "column 1 (What is it called?): A footnote stands in brackets" in told(table, extra=extra)
    assert "“See the law.”" in told(text("We must", reference), extra=extra)


def test_a_picture_is_kept_with_its_description_and_a_caption() -> None:
    file = word.handbook(text("Look:"), text(picture("A wheel")), text("Figure 1", style="Caption"))
    found = read(file)
    figure = '<figure><img alt="A wheel" src="word:1"><figcaption>Figure 1</figcaption></figure>'
    assert found.sections[0].body.html == f"<p>Look:</p>{figure}"
    [kept] = found.pictures
    assert (kept.src, kept.content, kept.content_type, kept.alt) == (
        "word:1",
        word.PNG,
        "image/png",
        "A wheel",
    )
    assert str(kept.place) == "section 1, paragraph 2"
    assert "Picture" not in told(text(picture("A wheel")))


def test_a_picture_without_a_description_is_kept_and_told_by_number() -> None:
    words = told(text(picture("A wheel")), text("a", picture("")))
    assert "section 1, paragraph 2: Picture 2 needs a description." in words


def test_pictures_that_cannot_be_kept_are_told() -> None:
    assert "Picture 1 was left out: put it in as PNG or JPEG" in told(text(picture("x", "picture2")))
    assert "Picture 1 is missing" in told(text(picture("x", "nowhere")))
    words = told(products_table(product("One", what=word.cell(text("a", picture("x"))))))
    assert "Picture 1 stands outside of the sections and was left out" in words
    assert "Picture 1 stands outside" in told(before=text(picture("Logo")))


def test_drawings_and_text_boxes_and_embedded_files_are_told() -> None:
    box = f"<wps:txbx><w:txbxContent>{text('Mind the gap')}</w:txbxContent></wps:txbx>"
    older = f"<w:pict><v:textbox><w:txbxContent>{text('Mind the gap')}</w:txbxContent></v:textbox></w:pict>"
    newer = f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
    choice = f"<mc:AlternateContent>{newer}<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>"
    words = told(text("a", f"<w:r>{choice}</w:r>"))
    assert words.count("A text box was left out. It says: “Mind the gap”") == 1
    assert body(text("a", f"<w:r>{choice}</w:r>")) == "<p>a</p>"
    assert "A drawing, chart or diagram was left out" in told(text("<w:r><w:drawing/></w:r>", "a"))
    assert "An embedded file" in told(text("<w:r><w:object><o:OLEObject/></w:object></w:r>", "a"))


def test_a_drawing_alone_in_its_paragraph_is_told_too() -> None:
    assert "A drawing, chart or diagram was left out" in told(text("<w:r><w:drawing/></w:r>"))


def test_hidden_words_comments_and_formulas_are_told() -> None:
    formula = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    parts = text("a ", run("secret", "vanish"), '<w:r><w:commentReference w:id="1"/></w:r>', formula)
    assert body(parts) == "<p>a x=1</p>"
    assert "1 hidden piece of text" in told(parts)
    assert "1 comment was left out" in told(parts)
    assert "A formula" in told(parts)


def test_what_nobody_filled_in_is_left_out() -> None:
    content = f"<w:sdtContent>{run('Click here')}</w:sdtContent>"
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{content}</w:sdt>"
    assert body(text("a", control)) == "<p>a</p>"


def test_a_box_made_of_a_table_with_one_cell_is_text() -> None:
    assert body(word.table(word.row(word.cell(text("In a box"))))) == "<p>In a box</p>"


def test_words_with_angle_brackets_stay_words() -> None:
    written = body(text(run('<script>alert("x")</script> & 1 < 2')))
    assert written == '<p>&lt;script&gt;alert("x")&lt;/script&gt; &amp; 1 &lt; 2</p>'
