"""Pictures in the Word document: the bytes that were given, with what they show said in words."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from docx.document import Document
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.shared import Emu, Twips

from resources.handbook.files.word.layout import UPRIGHT_WIDTH
from resources.handbook.files.word.ooxml import SPACES_OF, Element, element

UNREADABLE = (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError)
WIDEST = Twips(UPRIGHT_WIDTH)
HIGHEST = Twips(10_000)
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"  # how Word marks a picture that tells nothing


class Pictures:
    """Draws pictures by the name that the handbook's text has for them."""

    def __init__(self, document: Document, files: Mapping[str, bytes]) -> None:
        self._part = document.part
        self._files = files
        self._drawn = 0

    def drawing(self, source: str, alternative: str) -> Element | None:
        """None where there are no bytes, or none of a kind that Word can show."""
        file = self._files.get(source)
        if not file:
            return None
        try:
            relation, image = self._part.get_or_add_image(BytesIO(file))
            width, height = _fitted(image.width, image.height)
        except (*UNREADABLE, ZeroDivisionError):
            return None
        self._drawn += 1
        return _drawing(self._drawn, relation, alternative, width, height)


def _fitted(width: int, height: int) -> tuple[int, int]:
    """The size on the page; ZeroDivisionError for a picture of no size."""
    scale = min(1.0, WIDEST / width, HIGHEST / height)
    return Emu(width * scale), Emu(height * scale)


def _drawing(number: int, relation: str, alternative: str, width: int, height: int) -> Element:
    size = {"cx": width, "cy": height}
    name = {"id": number, "name": f"Picture {number}"}
    properties = _plain("wp:docPr", {**name, "descr": alternative})
    if not alternative:
        mark = element("adec:decorative")
        mark.set("val", "1")
        extension = _plain("a:ext", {"uri": DECORATIVE}, mark)
        properties.append(element("a:extLst", None, extension))
    picture = element(
        "pic:pic",
        None,
        element(
            "pic:nvPicPr",
            None,
            _plain("pic:cNvPr", {**name, "descr": alternative}),
            element("pic:cNvPicPr"),
        ),
        element(
            "pic:blipFill",
            None,
            element("a:blip", {"r:embed": relation}),
            element("a:stretch", None, element("a:fillRect")),
        ),
        element(
            "pic:spPr",
            None,
            element("a:xfrm", None, _plain("a:off", {"x": 0, "y": 0}), _plain("a:ext", size)),
            _plain("a:prstGeom", {"prst": "rect"}, element("a:avLst")),
        ),
    )
    locks = _plain("a:graphicFrameLocks", {"noChangeAspect": 1})
    return element(
        "w:drawing",
        None,
        _plain(
            "wp:inline",
            dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
            _plain("wp:extent", size),
            properties,
            element("wp:cNvGraphicFramePr", None, locks),
            element("a:graphic", None, _plain("a:graphicData", {"uri": SPACES_OF["pic"]}, picture)),
        ),
    )


def _plain(tag: str, attributes: dict[str, str | int], *children: Element) -> Element:
    """Drawings name their attributes without a prefix."""
    made = element(tag, None, *children)
    for name, value in attributes.items():
        made.set(name, str(value))
    return made
