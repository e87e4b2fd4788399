"""Files that somebody might upload to do harm, made by code and kept nowhere."""

from tests.media.nasty.documents import DOCUMENTS
from tests.media.nasty.office import OFFICE_FILES
from tests.media.nasty.office_links import OFFICE_LINKS
from tests.media.nasty.pdf_objects import PDF_OBJECTS
from tests.media.nasty.pictures import PICTURES

__all__ = ["DOCUMENTS", "OFFICE_FILES", "OFFICE_LINKS", "PDF_OBJECTS", "PICTURES"]
