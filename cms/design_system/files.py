"""What a reader is told about a file before downloading it."""

from django.template.defaultfilters import filesizeformat

ICONS = {
    "csv": "csv",
    "docx": "word",
    "doc": "word",
    "jpeg": "image",
    "jpg": "image",
    "odp": "odp",
    "ods": "ods",
    "odt": "odt",
    "pdf": "pdf",
    "png": "image",
    "pptx": "ppt",
    "rtf": "rtf",
    "txt": "text",
    "webp": "image",
    "xlsx": "excel",
    "xls": "excel",
    "xml": "xml",
    "zip": "zip",
}


def icon_name(file_type: str) -> str:
    """The design system's picture for a file type such as "PDF" or ".docx"; "generic" for an unknown one."""
    return ICONS.get(file_type.strip().lower().lstrip("."), "generic")


def size_words(size: int | str | None) -> str:
    """A size in bytes as people read it; words are left as they are."""
    if size is None or size == "":
        return ""
    return filesizeformat(size) if isinstance(size, int) else str(size)
