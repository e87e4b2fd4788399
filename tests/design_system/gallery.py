"""One example of each component, as a template and what it is given."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template import Context, engines
from django.test import RequestFactory
from django.utils.safestring import mark_safe

EXAMPLES = {
    "ds_icon": '{% ds_icon "search" %}',
    "ds_breadcrumbs": "{% ds_breadcrumbs links %}",
    "ds_page_header": "{% ds_page_header words label=words metadata=facts lead=words %}",
    "ds_metadata": "{% ds_metadata facts inline=True %}",
    "ds_contents": "{% ds_contents headings %}",
    "ds_contents_nav": '{% ds_contents_nav links "/two/" label=words %}',
    "ds_sequential_nav": "{% ds_sequential_nav previous=links.0 next=links.1 %}",
    "ds_pagination": "{% ds_pagination page_obj %}",
    "ds_card": '{% ds_card words "/card/" summary=words label=words level=2 image_html=words %}',
    "ds_card with link words": '{% ds_card words "/card/" link_text=words level=2 %}',
    "ds_link_item": '{% ds_link_item words "/item/" summary=words metadata=facts level=2 %}',
    "ds_in_english": "{{ words }}{% ds_in_english 'en-GB' %}",
    "ds_link_item with link words": '{% ds_link_item words "/item/" link_text=words level=2 %}',
    "ds_doors": "{% ds_doors doors %}",
    "ds_button": '{% ds_button words "/go/" style="secondary" icon="chevron_right" %}',
    "ds_file_download": '{% ds_file_download words "/a.pdf" "pdf" 2048 language=words accessible=False %}',
    "ds_statistics": "{% ds_statistics figures source=words %}",
    "ds_table": "{% ds_table rows caption=words headings=titles note=words %}",
    "ds_table of figures": '{% ds_table rows kind="scroll" caption=words headings=titles %}',
    "ds_wheel": "{% ds_wheel title=words centre=words parts=parts %}",
    "ds_timeline": "{% ds_timeline years notes=notes title=words level=2 %}",
    "ds_connections": "{% ds_connections words groups relations title=words %}",
    "ds_accordion": "{% ds_accordion sections level=2 %}",
    "ds_error_summary": "{% ds_error_summary form %}",
    "form": '<form>{{ form }}<button type="submit">Send</button></form>',
    "ds_inset_text": "{% ds_inset_text %}<p>{{ words }}</p>{% endds_inset_text %}",
    "ds_warning_text": "{% ds_warning_text %}<p>{{ words }}</p>{% endds_warning_text %}",
    "ds_details": "{% ds_details summary=words %}<p>{{ words }}</p>{% endds_details %}",
    "ds_notification_banner": (
        "{% ds_notification_banner title=words %}<p>{{ words }}</p>{% endds_notification_banner %}"
    ),
}


def questions(words: str) -> type[forms.Form]:
    """A form with a field of each kind, whose labels are these words."""

    class Questions(forms.Form):
        name = forms.CharField(label=words, help_text="As you write it")
        email = forms.EmailField(label=words, required=False)
        kind = forms.ChoiceField(label=words, choices=[("a", words)])
        reason = forms.ChoiceField(
            label=words, help_text="Choose one", widget=forms.RadioSelect, choices=[("a", words), ("b", "B")]
        )
        audience = forms.MultipleChoiceField(
            label=words, widget=forms.CheckboxSelectMultiple, choices=[("c", words)]
        )
        agreed = forms.BooleanField(label=words)
        page = forms.CharField(widget=forms.HiddenInput)

        def clean(self) -> None:
            raise forms.ValidationError(words)

    return Questions


def content(words: str) -> dict[str, Any]:
    """What the examples are given; every text in it is these words."""
    child = SimpleNamespace(text=words, anchor="child", children=[])
    entry = SimpleNamespace(
        date=words,
        title=words,
        url="/entry/",
        text=words,
        is_product=False,
        note_mark="*",
        belongs_to=SimpleNamespace(title=words, url="/about/"),
    )
    return {
        "words": words,
        "links": [(words, "/one/"), (words, "/two/"), (words, "")],
        "facts": [(words, words), ("Link", mark_safe('<a href="/safe/">safe</a>')), ("Empty", "")],
        "headings": [SimpleNamespace(text=words, anchor="heading", children=[child])],
        "doors": [
            (words, "/door/", words),
            ("B", "/form/", "", mark_safe("<p>A form</p>")),
        ],
        "page_obj": Paginator(range(100), 10).page(5),
        "only_page": Paginator(range(3), 10).page(1),
        "figures": [(words, words, words), ("1", "one", "")],
        "titles": [words, words],
        "rows": [[{"html": words, "is_heading": True}, {"html": words, "is_number": True}]],
        "parts": [{"name": words, "label": words, "text": words}, {"name": "B", "label": "", "text": ""}],
        "years": [{"label": "2018", "entries": [entry, {"title": words, "is_product": True}]}],
        "notes": [("*", words)],
        "groups": [
            (words, [("one", words, "/one/"), ("two", words, "")]),
            ("B", [("three", "B", "/three/")]),
        ],
        "relations": [("one", words, "three"), ("one", words, "two")],
        "sections": [(words, words), ("B", mark_safe("<p>b</p>"))],
        "form": questions(words)({"name": ""}),
    }


def show(template: str, words: str = "Words", request: HttpRequest | None = None) -> str:
    """The HTML of an example."""
    request = request or RequestFactory().get("/gallery/", {"type": "plan", "page": "5"})
    context = Context({**content(words), "request": request})
    return engines["django"].engine.from_string(template).render(context)
