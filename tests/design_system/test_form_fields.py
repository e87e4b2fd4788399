"""Forms have the markup of the design system, and say what is wrong beside the field and above the form."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from django import forms

from cms.design_system.form_fields import control, css_class
from tests.design_system.gallery import EXAMPLES, content, show

MESSAGE = "This field is required."


def rendered(example: str) -> BeautifulSoup:
    return BeautifulSoup(show(EXAMPLES[example]), "html.parser")


def question(control_id: str) -> Tag:
    """The whole question that holds a control."""
    return rendered("form").find(id=control_id).find_parent(class_="ds_question")


def test_a_field_has_label_hint_error_and_control_in_this_order() -> None:
    html = str(question("id_name"))
    parts = ['<label class="ds_label" for="id_name"', "id_name_helptext", "id_name_error", "<input"]
    assert [html.index(part) for part in parts] == sorted(html.index(part) for part in parts)


def test_a_wrong_field_says_so_to_every_reader() -> None:
    control = question("id_name").find("input")
    assert control["aria-invalid"] == "true"
    assert control["aria-describedby"] == "id_name_helptext id_name_error"
    assert "ds_input--error" in control["class"]
    assert MESSAGE in question("id_name").find(id="id_name_error").text


def test_a_field_that_is_right_says_nothing() -> None:
    assert question("id_email").find(class_="ds_question__error-message") is None
    assert "aria-invalid" not in question("id_email").find("input").attrs


def test_a_field_that_may_stay_empty_is_marked() -> None:
    assert question("id_email").find("label").text == "Words (optional)"
    assert question("id_name").find("label").text == "Words"


def test_a_form_of_filters_marks_nothing_as_optional() -> None:
    class Filters(forms.Form):
        mark_optional = False
        year = forms.CharField(required=False)

    assert "(optional)" not in str(Filters())


def test_a_group_of_buttons_is_a_fieldset_with_its_hint_and_error() -> None:
    fieldset = question("id_reason_0").find("fieldset")
    assert fieldset.find("legend").text == "Words"
    assert fieldset["aria-describedby"] == "id_reason_helptext id_reason_error"
    buttons = fieldset.select("input.ds_radio__input")
    assert [fieldset.find("label", attrs={"for": button["id"]}).text for button in buttons] == ["Words", "B"]


def test_the_summary_leads_to_each_wrong_field_and_to_the_first_button_of_a_group() -> None:
    links = [link["href"] for link in rendered("ds_error_summary").select("a")]
    assert links == ["#id_name", "#id_kind", "#id_reason_0", "#id_audience_0", "#id_agreed"]
    assert all(rendered("form").select(link) for link in links)


def test_the_summary_also_names_what_is_wrong_with_the_whole_form() -> None:
    lines = [item.text for item in rendered("ds_error_summary").select("li")]
    assert lines[0] == "Words"


def test_the_summary_takes_the_focus_and_has_a_title() -> None:
    summary = rendered("ds_error_summary").find(id="error-summary")
    assert summary["tabindex"] == "-1"
    assert summary.find("h2").text == "There is a problem"


def test_a_form_without_errors_has_no_summary() -> None:
    unbound = type(content("Words")["form"])()
    assert "error" not in show("{% ds_error_summary empty %}").lower()
    assert unbound.errors == {}


def test_hidden_fields_have_no_question() -> None:
    assert rendered("form").find(id="id_page").find_parent(class_="ds_question") is None


def test_few_short_answers_stand_side_by_side() -> None:
    class Answer(forms.Form):
        answer = forms.ChoiceField(choices=[("y", "Yes"), ("n", "No")], widget=forms.RadioSelect)

    assert "ds_field-group--inline" in str(Answer())


def test_a_list_to_choose_from_is_as_django_makes_it() -> None:
    """With groups, what is chosen, attributes of all kinds, and words that look like HTML."""

    class Places(forms.Form):
        choices = [("", "All"), ("a&b", "<A> & B"), ("Group <1>", [(1, "One"), (2, "Two")])]
        place = forms.ChoiceField(choices=choices, help_text="Where.")
        places = forms.MultipleChoiceField(choices=choices, required=False)

    form = Places({"place": "a&b", "places": ["1", "2"]})
    form.fields["place"].widget.attrs.update({"data-on": True, "data-off": False, "data-n": 1000})
    for name in form.fields:
        field = form[name]
        own = BeautifulSoup(control(field), "html.parser")
        as_django = field.field.widget
        as_django.template_name = forms.Select.template_name
        django = BeautifulSoup(field.as_widget(attrs={"class": css_class(field)}), "html.parser")
        assert own.select_one("select").attrs == django.select_one("select").attrs
        assert [group["label"] for group in own.select("optgroup")] == ["Group <1>"]
        assert [str(tag) for tag in own.select("option")] == [str(tag) for tag in django.select("option")]
        assert own.select("[selected]")
