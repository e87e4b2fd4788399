"""Templates keep to the layers: a part loads and includes from below; only whole pages compose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.apps import apps
from django.template import engines
from django.template.base import Lexer, TokenType

from tests.architecture.layers import may_use, package_of, root_packages
from tests.architecture.source_files import source_files, text_of

# Folders of templates/ that are not named after an app of ours.
OTHER_FOLDERS = {
    "django": "cms.design_system",
    "frame": "cms.pages",
    "wagtailadmin": "cms.operations",
    "wagtail_localize": "cms.translation",
    "wagtailcore": "cms.pages",
}


@dataclass(frozen=True)
class Template:
    """A template as Django knows it; `package` is its app, None at the top of templates/."""

    name: str
    package: str | None
    text: str

    @property
    def is_whole_page(self) -> bool:
        return self.package is None or any(tag == "extends" for tag, _ in self.references())

    def references(self) -> Iterator[tuple[str, str]]:
        """("extends" or "include", template) and ("load", library); what a variable names is not known."""
        for token in Lexer(self.text).tokenize():
            if token.token_type is not TokenType.BLOCK:
                continue
            tag, *words = token.split_contents() or [""]
            if tag == "load":
                yield from (("load", word) for word in (words[-1:] if "from" in words else words))
            elif tag in ("extends", "include", "kept_include") and words and words[0][0] in "\"'":
                yield tag, words[0].strip("\"'")


def package_of_folder(folder: str) -> str | None:
    """The app that a folder of templates/ is named after."""
    labels = {config.label: config.name for config in apps.get_app_configs() if package_of(config.name)}
    return labels.get(folder) or OTHER_FOLDERS.get(folder)


def template_at(path: PurePosixPath, text: str) -> Template | None:
    """The template of a source file; None when the file is no template."""
    parts = path.parts
    if "templates" not in parts or path.suffix not in (".html", ".txt", ".xml", ".svg", ".mjml"):
        return None
    place = parts.index("templates")
    name = "/".join(parts[place + 1 :])
    if place:
        return Template(name, package_of(".".join(parts[:place])), text)
    return Template(name, package_of_folder(parts[1]) if len(parts) > 2 else None, text)


def all_templates() -> dict[str, Template]:
    roots = ("templates", *root_packages())
    found = (template_at(path, text_of(path) or "") for path in source_files() if path.parts[0] in roots)
    return {template.name: template for template in found if template}


def package_of_library(library: str) -> str | None:
    module = engines["django"].engine.libraries.get(library, "")
    return package_of(module)


def upward_references(templates: dict[str, Template]) -> list[str]:
    """One line for each load or include of a part of a page that points up or sideways."""
    found = []
    for template in templates.values():
        if template.is_whole_page:
            continue
        for tag, name in template.references():
            used = package_of_library(name) if tag == "load" else None
            if tag != "load" and name in templates:
                used = templates[name].package
            if used and template.package and not may_use(template.package, used):
                found.append(f"{template.name}: {tag} {name}")
    return found


def holds_inline(text: str) -> bool:
    """Whether a script or style stands in the HTML itself, which the site's policy refuses."""
    html = re.sub(r"{%.*?%}|{{.*?}}", "", text)
    pattern = r"<script(?![^>]*\bsrc=)(?![^>]*ld\+json)|<style\b|\sstyle=|\son[a-z]+="
    return bool(re.search(pattern, html, re.IGNORECASE))


def test_parts_of_pages_load_and_include_from_below() -> None:
    assert upward_references(all_templates()) == []


def test_every_template_folder_is_named_after_an_app() -> None:
    folders = {
        path.parts[1] for path in source_files() if path.parts[0] == "templates" and len(path.parts) > 2
    }
    assert {folder for folder in folders if not package_of_folder(folder)} == set()


def test_an_include_that_points_upwards_is_seen() -> None:
    part = Template("design_system/card.html", "cms.design_system", '{% include "home/door.html" %}')
    door = Template("home/door.html", "home", "")
    assert upward_references({part.name: part, door.name: door}) == [
        "design_system/card.html: include home/door.html"
    ]


def test_a_load_that_points_upwards_is_seen() -> None:
    libraries = engines["django"].engine.libraries
    of_pages = next(name for name, module in libraries.items() if package_of(module) == "cms.pages")
    part = Template("blocks/text.html", "cms.blocks", f"{{% load {of_pages} %}}")
    assert upward_references({part.name: part}) == [f"blocks/text.html: load {of_pages}"]


def test_a_whole_page_may_compose() -> None:
    page = Template(
        "resources/page.html", "resources", '{% extends "base.html" %}{% include "home/door.html" %}'
    )
    door = Template("home/door.html", "home", "")
    assert upward_references({page.name: page, door.name: door}) == []


def test_no_template_holds_an_inline_script_or_style() -> None:
    found = [name for name, template in all_templates().items() if holds_inline(template.text)]
    assert [name for name in found if not name.startswith(("wagtailadmin/", "bulletin/email/"))] == []


def test_an_inline_script_or_style_is_seen() -> None:
    for broken in (
        "<script>go()</script>",
        '<p style="color: red">',
        "<style>p {}</style>",
        '<a onclick="go()">',
    ):
        assert holds_inline(broken)
    assert not holds_inline(
        '<script src="{% static "site.js" %}"></script>{% ds_button "Go" url style="primary" %}'
    )
