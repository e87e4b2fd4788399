"""Ways through the site: breadcrumbs, contents, next and previous, cards and links."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.core.paginator import Page
from django.template import Context
from django.utils.translation import gettext as _

from cms.design_system.identifiers import unique_id
from cms.design_system.languages import in_english
from cms.design_system.pages import page_links, page_url

register = template.Library()
Link = tuple[str, str | None] | tuple[str, str | None, str]


@register.inclusion_tag("design_system/icon.html", name="ds_icon")
def icon(name: str, css: str = "") -> dict[str, Any]:
    """A picture of the sprite. It says nothing to a screen reader: put words beside it."""
    return {"name": name, "css": css}


register.simple_tag(in_english, name="ds_in_english")


@register.inclusion_tag("design_system/breadcrumbs.html", name="ds_breadcrumbs")
def breadcrumbs(items: Sequence[Link]) -> dict[str, Any]:
    """The way from the home page; the last item has no address and is the page itself."""
    return {"items": items}


@register.inclusion_tag("design_system/contents.html", name="ds_contents", takes_context=True)
def contents(
    context: Context, headings: Sequence[Any], label: str = "", children_language: str = ""
) -> dict[str, Any]:
    """The headings of this page as links. A heading has `text`, `anchor` and `children`."""
    return {
        "headings": headings,
        "label": label or _("On this page"),
        "id": unique_id(context, "contents"),
        "children_language": children_language,
    }


@register.inclusion_tag("design_system/contents_nav.html", name="ds_contents_nav", takes_context=True)
def contents_nav(
    context: Context, items: Sequence[Link], current_url: str = "", label: str = ""
) -> dict[str, Any]:
    """The chapters of a publication; the one being read is no link.

    A third of a link is the language of its page where that is not the one around it ("en-GB").
    """
    return {
        "items": [(*item, "")[:3] for item in items],
        "current_url": current_url,
        "label": label or _("Contents"),
        "id": unique_id(context, "chapters"),
    }


@register.inclusion_tag("design_system/sequential_nav.html", name="ds_sequential_nav")
def sequential_nav(previous: Link | None = None, next: Link | None = None) -> dict[str, Any]:
    """The chapter before and the chapter after; a third of a link is its language, as in ds_contents_nav."""
    return {"previous": previous, "next": next}


@register.inclusion_tag("design_system/pagination.html", name="ds_pagination", takes_context=True)
def pagination(context: Context, page_obj: Page, parameter: str = "page") -> dict[str, Any]:
    """The pages of a listing. Filters in the address are kept; one page alone shows nothing."""
    request = context.get("request")
    return {
        "page_obj": page_obj,
        "links": list(page_links(page_obj, request, parameter)),
        "previous_url": page_obj.has_previous()
        and page_url(request, page_obj.previous_page_number(), parameter),
        "next_url": page_obj.has_next() and page_url(request, page_obj.next_page_number(), parameter),
    }


@register.inclusion_tag("design_system/card.html", name="ds_card")
def card(
    title: str,
    url: str,
    summary: str = "",
    link_text: str = "",
    image_html: str = "",
    label: str = "",
    level: int = 3,
    language: str = "",
    leads_to: str = "",
) -> dict[str, Any]:
    """A card that leads to a page. `link_text` makes those words the link, followed by the title unseen.

    `language` is that of the title, `leads_to` that of the page, where it is not the one around it ("en-GB").
    """
    return {
        "title": title,
        "url": url,
        "summary": summary,
        "link_text": link_text,
        "image_html": image_html,
        "label": label,
        "level": level,
        "language": language,
        "leads_to": leads_to,
    }


@register.inclusion_tag("design_system/link_item.html", name="ds_link_item")
def link_item(
    title: str,
    url: str,
    summary: str = "",
    metadata: Sequence[tuple[str, Any]] = (),
    level: int = 3,
    link_text: str = "",
    language: str = "",
    leads_to: str | None = None,
    summary_language: str | None = None,
) -> dict[str, Any]:
    """One entry of a listing: facts, title, summary.

    `language` is that of the title, and of page and summary too if nothing else is said, where it is not the
    one around it ("en-GB").
    """
    return {
        "title": title,
        "url": url,
        "summary": summary,
        "metadata": metadata,
        "level": level,
        "link_text": link_text,
        "language": language,
        "leads_to": language if leads_to is None else leads_to,
        "summary_language": language if summary_language is None else summary_language,
    }


@register.inclusion_tag("design_system/button.html", name="ds_button")
def button(text: str, url: str, style: str = "primary", icon: str = "", leads_to: str = "") -> dict[str, Any]:
    """A link that looks like a button: `primary` or `secondary`, with a picture if named."""
    return {"text": text, "url": url, "style": style, "icon": icon, "leads_to": leads_to}


@register.inclusion_tag("design_system/doors.html", name="ds_doors")
def doors(items: Sequence[Sequence[str]]) -> dict[str, Any]:
    """The first choice on the home page, inside its hero: (title, url, summary), and perhaps a form.

    A fifth says the language of the page where it is not the one around it ("en-GB").
    """
    return {"items": [(*item, "", "")[:5] for item in items]}
