"""What the JSON addresses take and give, as OpenAPI: for tests alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
COUNCILS = PROJECT / "la_directory/open_data/schema/councils-1.json"
HANDBOOK = PROJECT / "resources/handbook/schema/handbook-1.json"

Schema = dict[str, Any]
NUMBER: Schema = {"type": "integer"}
TEXT: Schema = {"type": "string"}
MESSAGE: Schema = {"type": "object", "required": ["message"], "properties": {"message": TEXT}}
ERRORS: Schema = {"type": "object", "required": ["errors"], "properties": {"errors": {"type": "object"}}}
PAGE: Schema = {
    "type": "object",
    "required": ["id", "meta", "title"],
    "properties": {"id": NUMBER, "title": TEXT, "meta": {"type": "object", "required": ["type", "html_url"]}},
}
PAGES: Schema = {
    "type": "object",
    "required": ["meta", "items"],
    "properties": {
        "meta": {"type": "object", "required": ["total_count"], "properties": {"total_count": NUMBER}},
        "items": {"type": "array", "items": {"type": "object"}, "maxItems": 20},
    },
}
LISTING: Schema = {
    "type": "object",
    "required": ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "contents"],
    "properties": {
        "total_items": NUMBER,
        "total_pages": NUMBER,
        "page_number": NUMBER,
        "size": {"type": "integer", "maximum": 100},
        "contents": {"type": "array", "items": {"type": "object", "required": ["id"]}, "maxItems": 100},
    },
}
SUGGESTIONS: Schema = {
    "type": "object",
    "required": ["suggestions"],
    "properties": {
        "suggestions": {
            "type": "array",
            "items": {"type": "object", "required": ["title", "kind", "address"]},
            "maxItems": 20,
        }
    },
}


KEYS = ("child_of", "descendant_of", "id", "alias_of")


def document() -> Schema:
    part = (
        _asked("page", {"type": "integer", "minimum": 1, "maximum": 100_000}),
        _asked("per_page", {"type": "integer", "minimum": 1, "maximum": 100}),
    )
    wanted = (
        _asked("modified_after", {"type": "string", "format": "date"}),
        _asked("taxonomy_term_id", {"type": "string", "format": "uuid"}),
    )
    pages = (
        _asked("limit", {"type": "integer", "minimum": 1, "maximum": 20}),
        _asked("offset", {"type": "integer", "minimum": 0}),
        *(
            _asked(name, {"type": "integer", "minimum": 1})
            for name in ("child_of", "descendant_of", "id", "alias_of")
        ),
        _asked("first_published_at", {"type": "string", "format": "date-time"}),
        _asked("order", {"enum": ["title", "-title", "id"]}),
        _asked("fields", {"enum": ["*", "_,title", "summary", "-slug"]}),
        _asked("locale", {"enum": ["en", "gd"]}),
        _asked("site", TEXT),
        _asked("slug", TEXT),
    )
    number = {"name": "number", "in": "path", "required": True, "schema": {"type": "integer", "minimum": 0}}
    identifier = {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
    key = {"name": "key", "in": "path", "required": True, "schema": identifier}
    lists = ("organizations", "taxonomies", "taxonomy_terms")
    return {
        "openapi": "3.1.0",
        "info": {"title": "The JSON addresses of the site", "version": "1"},
        "paths": {
            "/api/v2/pages/": _get(PAGES, MESSAGE, *pages),
            "/api/v2/pages/{number}/": _get(PAGE, MESSAGE, number),
            "/open-referral/": _get({"type": "object", "required": ["version", "profile", "services"]}),
            "/open-referral/services": _get(LISTING, ERRORS, *part, *wanted),
            "/open-referral/services/{key}": _get(
                {"type": "object", "required": ["id", "name"]}, ERRORS, key
            ),
            **{f"/open-referral/{name}": _get(LISTING, ERRORS, *part) for name in lists},
            "/search/suggest/": _get(SUGGESTIONS, ERRORS, _asked("q", TEXT)),
            "/local-authorities/export/councils.json": _get(json.loads(COUNCILS.read_text())),
            "/handbook/export/handbook.json": _get(json.loads(HANDBOOK.read_text())),
        },
    }


def _asked(name: str, schema: Schema) -> Schema:
    return {"name": name, "in": "query", "schema": schema}


def _get(answer: Schema, refusal: Schema | None = None, *parameters: Schema) -> Schema:
    answers = {"200": _json("As asked", answer)}
    if any(parameter["in"] == "path" for parameter in parameters):
        answers["404"] = _json("Not there", refusal or {})
        answers["404"]["content"]["text/html"] = {}  # where no address is like that
        answers["301"] = {"description": "To the same with a slash, where a page could be"}
        return {"get": {"parameters": list(parameters), "responses": answers}}
    if refusal:
        answers |= {status: _json("Not there, or not asked rightly", refusal) for status in ("400", "404")}
    return {"get": {"parameters": list(parameters), "responses": answers}}


def _json(words: str, schema: Schema) -> Schema:
    return {"description": words, "content": {"application/json": {"schema": schema}}}
