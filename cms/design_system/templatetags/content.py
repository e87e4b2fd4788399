"""What a page shows: its header, files, figures, tables and the wheel."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.template import Context
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from cms.design_system.files import icon_name, size_words
from cms.design_system.identifiers import unique_id
from cms.design_system.tables import labelled_rows, numeric_columns
from cms.design_system.wheel import draw_wheel

register = template.Library()


@register.inclusion_tag("design_system/page_header.html", name="ds_page_header")
def page_header(
    title: str,
    label: str = "",
    metadata: Sequence[tuple[str, Any]] = (),
    lead: str = "",
    language: str = "",
) -> dict[str, Any]:
    """The only h1 of a page, with what kind of page it is, its facts and its first words.

    `language` is that of title and lead where it is not the one around them ("en-GB").
    """
    return {"title": title, "label": label, "metadata": metadata, "lead": lead, "language": language}


@register.inclusion_tag("design_system/metadata.html", name="ds_metadata")
def metadata(items: Sequence[tuple[str, Any]], inline: bool = False) -> dict[str, Any]:
    """Facts about a page as pairs of term and value; empty values are left out."""
    return {"items": [(term, value) for term, value in items if value not in (None, "")], "inline": inline}


@register.inclusion_tag("design_system/file_download.html", name="ds_file_download", takes_context=True)
def file_download(
    context: Context,
    title: str,
    url: str,
    file_type: str,
    size: int | str | None = None,
    language: str = "",
    accessible: bool | None = None,
) -> dict[str, Any]:
    """A file to download. `size` is in bytes or in words; `accessible` None says nothing about it."""
    return {
        "title": title,
        "url": url,
        "file_type": file_type.strip().lstrip(".").upper(),
        "size": size_words(size),
        "language": language,
        "accessible": accessible,
        "picture": f"design_system/images/documents/{icon_name(file_type)}.svg",
        "id": unique_id(context, "file"),
    }


@register.inclusion_tag("design_system/statistics.html", name="ds_statistics")
def statistics(items: Sequence[tuple[str, str, str]], source: str = "") -> dict[str, Any]:
    """Figures in large print: (figure, label, note)."""
    return {"items": items, "source": source}


@register.inclusion_tag("design_system/table.html", name="ds_table", takes_context=True)
def table(
    context: Context,
    rows: Sequence[Sequence[dict[str, Any]]],
    kind: str = "stack",
    caption: str = "",
    headings: Sequence[str] = (),
    note: str = "",
) -> dict[str, Any]:
    """A table of words (`stack`: cards on small screens) or of figures (`scroll`: moves sideways).

    A cell is a dict with `html` and, where true, `is_heading` and `is_number`; `lang` where it is not in the
    language around it ("en-GB").
    """
    numeric = numeric_columns(rows, len(headings))
    return {
        "kind": kind,
        "caption": caption,
        "note": note,
        "headings": list(zip(headings, numeric, strict=False)),
        "rows": labelled_rows(rows, headings),
        "is_wide": len(headings) > 4,
        "id": unique_id(context, "table"),
    }


@register.inclusion_tag("design_system/wheel.html", name="ds_wheel", takes_context=True)
def wheel(context: Context, title: str, centre: str, parts: Sequence[dict[str, str]]) -> dict[str, Any]:
    """Named parts around a middle: a list that says everything, then a drawing made from the same parts."""
    names = [part["name"] for part in parts]
    return {
        "title": title,
        "centre": centre,
        "parts": parts,
        "drawing": draw_wheel(centre, names),
        "names": get_text_list(names, _("and")),
        "id": unique_id(context, "wheel"),
    }


@register.inclusion_tag("design_system/accordion.html", name="ds_accordion", takes_context=True)
def accordion(context: Context, items: Sequence[tuple[str, str]], level: int = 3) -> dict[str, Any]:
    """Sections that open and close, as (title, html); `level` is the level of their headings."""
    named = [(unique_id(context, "section"), title, html) for title, html in items]
    return {"items": named, "level": level}
