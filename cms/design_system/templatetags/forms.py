"""Questions, their errors and the summary of errors above a form."""

from typing import Any

from django import template
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.template import Context

from cms.design_system import form_fields

register = template.Library()


@register.inclusion_tag("design_system/error_summary.html", name="ds_error_summary")
def error_summary(form: BaseForm | None) -> dict[str, Any]:
    """What is wrong, each line a link to its field. A form without errors shows nothing."""
    if not isinstance(form, BaseForm) or not form.is_bound or not form.errors:
        return {"errors": []}
    errors = [(str(error), "") for error in form.non_field_errors()]
    for field in form:
        target = form_fields.first_control_id(field)
        errors += [(str(error), "" if field.is_hidden else f"#{target}") for error in field.errors]
    return {"errors": errors}


@register.inclusion_tag("design_system/form_field.html", name="ds_form_field")
def form_field(field: BoundField) -> dict[str, Any]:
    """One question: label or legend, hint, error, control."""
    kind = form_fields.kind(field)
    is_group = kind in {"radios", "checkboxes"}
    return {
        "field": field,
        "kind": kind,
        "is_group": is_group,
        "shape": "radio" if kind == "radios" else "checkbox",
        "is_small": getattr(field.form, "is_compact", False),
        "is_inline": is_group and form_fields.is_inline(field),
        "is_optional": form_fields.is_marked_optional(field),
        "options": form_fields.options(field) if is_group else [],
        "control": "" if is_group else form_fields.control(field),
    }


@register.simple_tag(name="ds_has_errors", takes_context=True)
def has_errors(context: Context) -> bool:
    """Whether the page's `form` was sent back; the title of the page then says so first."""
    form = context.get("form")
    return isinstance(form, BaseForm) and form.is_bound and bool(form.errors)
