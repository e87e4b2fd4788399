"""Django's form fields in the markup of the design system."""

from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

WIDTHS = {forms.DateInput: "ds_input--fixed-10", forms.NumberInput: "ds_input--fixed-5"}


@dataclass(frozen=True)
class Option:
    """One radio button or checkbox of a group."""

    id: str
    label: str
    control: SafeString


def kind(field: BoundField) -> str:
    """Which shape of question a field takes: input, select, radios, checkboxes or checkbox."""
    widget = field.field.widget
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "checkboxes"
    if isinstance(widget, forms.RadioSelect):
        return "radios"
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    if isinstance(widget, forms.Select):
        return "select"
    return "input"


def css_class(field: BoundField) -> str:
    """The classes of the control itself; those that the form gave stay."""
    widget = field.field.widget
    shape = kind(field)
    name = {"select": "ds_select", "checkbox": "ds_checkbox__input"}.get(shape, "ds_input")
    classes = [widget.attrs.get("class", ""), name]
    if field.errors and shape in {"select", "input"}:
        classes.append(f"{name}--error")
    classes += [width for base, width in WIDTHS.items() if isinstance(widget, base)]
    return " ".join(filter(None, classes))


def control(field: BoundField) -> SafeString:
    """The control of a field that has one."""
    widget = field.field.widget
    if widget.template_name == forms.Select.template_name:
        widget.template_name = "design_system/select.html"
    return field.as_widget(attrs={"class": css_class(field)})


def options(field: BoundField) -> list[Option]:
    """The buttons of a group, each with its own label."""
    name = "ds_radio__input" if kind(field) == "radios" else "ds_checkbox__input"
    found = []
    for choice in field.subwidgets:
        choice.data["attrs"] = {**choice.data["attrs"], "class": name}
        # The group as a whole says that it is wrong; a single button cannot be.
        choice.data["attrs"].pop("aria-invalid", None)
        found.append(Option(choice.id_for_label or "", str(choice.choice_label), choice.tag()))
    return found


def first_control_id(field: BoundField) -> str:
    """Where a link of the error summary leads: the control, or the first one of a group."""
    if kind(field) in {"radios", "checkboxes"} and field.subwidgets:
        return field.subwidgets[0].id_for_label or ""
    return field.id_for_label or field.auto_id


def is_marked_optional(field: BoundField) -> bool:
    """Whether the label says "(optional)". A form of filters sets `mark_optional = False`."""
    return not field.field.required and getattr(field.form, "mark_optional", True)


def is_inline(field: BoundField) -> bool:
    """Whether the buttons of a group stand side by side: few of them, with short words."""
    labels = [str(choice.choice_label) for choice in field.subwidgets]
    return len(labels) <= 3 and all(len(label) <= 12 for label in labels)
