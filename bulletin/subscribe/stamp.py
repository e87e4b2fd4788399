"""The signed time on a form: it tells people from programs, and from which page they came."""

from __future__ import annotations

import re
from datetime import timedelta
from enum import Enum
from urllib.parse import urlsplit

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.http import HttpRequest

from cms.pages.feedback.views import TRAP

FIELD = "stamp"
FASTEST = timedelta(seconds=2)
HOLDS = timedelta(days=1)
_PATH = re.compile(r"/[\w\-./]{0,199}", re.ASCII)


class Haste(Enum):
    """What a stamp says about who sent the form."""

    NONE = "without a stamp that holds: the form has to be shown first"
    TOO_FAST = "faster than people are who type: the form is shown once more"
    PROGRAM = "with what people do not see filled in"
    FINE = "as a person does"


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="bulletin.stamp")


def stamp_for(source: str) -> str:
    return _signer().sign(source)


def judge(request: HttpRequest) -> tuple[Haste, str]:
    """What the form's stamp says, and the page it came from ("" without a stamp that holds)."""
    stamp = request.POST.get(FIELD, "")
    try:
        source = _signer().unsign(stamp, max_age=HOLDS)
    except BadSignature:  # also one that has expired
        return Haste.NONE, ""
    if request.POST.get(TRAP):
        return Haste.PROGRAM, source
    # A person whose browser has filled in the form may be as fast as a program, and presses again.
    return (Haste.TOO_FAST if _is_too_fast(stamp) else Haste.FINE), source


def _is_too_fast(stamp: str) -> bool:
    try:
        _signer().unsign(stamp, max_age=FASTEST)
    except SignatureExpired:
        return False
    return True


def source_of(request: HttpRequest) -> str:
    """The path of the page with the form, if the browser tells it; else the path of this one."""
    try:
        referer = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return request.path
    is_own = f"{referer.scheme}://{referer.netloc}" == f"{request.scheme}://{request.get_host()}"
    return referer.path if is_own and _PATH.fullmatch(referer.path) else request.path
