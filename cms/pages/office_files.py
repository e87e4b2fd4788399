"""What tells files of Word and Excel that are old, damaged or hostile. New ones are zips of XML parts."""

import re
import struct
import zlib
from zipfile import BadZipFile

# The start of a .doc or .xls file, and of a newer one with a password.
OLD_OFFICE_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# In a part: entities that grow when they are read. Office programs write none.
DECLARATION = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
# In the name of a part, behind a slash.
PROGRAM = re.compile(r"vba(Project|Data)|/activeX/|macrosheets|customUI/", re.IGNORECASE)
# What reading a damaged zip may raise.
DAMAGE = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    OverflowError,
)
