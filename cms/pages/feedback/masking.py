"""Personal details that readers type in spite of the hint, taken out before anything is stored.

What is masked: e-mail addresses, telephone numbers and National Insurance numbers. What has to stay, because
a comment means little without it: dates, years, times, money, postcodes and other figures.
"""

import re

EMAIL_MARK = "[e-mail removed]"
TELEPHONE_MARK = "[telephone number removed]"
INSURANCE_MARK = "[National Insurance number removed]"

_AT = r"(?:\s?@\s?|\s?[\[(]at[\])]\s?)"
_DOT = r"(?:\.|\s?[\[(]dot[\])]\s?)"
_NAME = r"[\w.+'%&=-]{1,64}"
_EMAIL = re.compile(
    rf"{_NAME}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,8}}{_DOT}[^\W\d_]{{2,}}"
    rf"|{_NAME}@[^\W\d_][\w-]{{2,}}",  # the ending forgotten
    re.IGNORECASE,
)

# Two letters (some are never given out), six figures, and a last letter that people leave out.
_LETTERS = r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
_FIGURES = r"(?:\d{3}\s?\d{3}|\d\d\s\d\d\s\d\d|\d\d[.–-]\d\d[.–-]\d\d)"
_LAST = r"[\s.–-]?[A-D]"
_INSURANCE = re.compile(
    rf"(?<![^\W_])(?:{_LETTERS}{_FIGURES}(?:{_LAST})?"
    # Letters that stand apart may be a word before a date, so the last letter is needed.
    rf"|(?P<apart>{_LETTERS})[\s.–-]{_FIGURES}{_LAST})(?![^\W_])",
    re.IGNORECASE,
)
_WORDS = "am an as at be by he ma me my on or pa pm re we ye"

# What people put between the figures of a telephone number, on one line.
_GAP = r"[^\S\n]?[./()\u2010-\u2015\u2212-]{0,2}[^\S\n]?"
_TIMES = r"(?:[01]\d|2[0-3])[0-5]\d[^\S\n]?[\u2013\u2014-][^\S\n]?(?:[01]\d|2[0-3])[0-5]\d(?![\d-])"
_TELEPHONE = re.compile(
    rf"""
    (?<![\d£$€]) (?<!\d[.,]) (?:\((?=\+?\d{{2,6}}\)))?
    (?: \+ (?:{_GAP}\d){{10,15}}                        # as from abroad: +44 (0)131 496 0000
      | 00 {_GAP} [1-9] (?:{_GAP}\d){{8,14}}            # the same with two zeros
      | (?!{_TIMES}) 0\d\d (?:{_GAP}\d){{7,8}}          # (0131) 496 0000, 07700-900-123, 0800 496 000
      | 07 [^\S\n.-]? \d{{3}} (?:{_GAP}\d){{6}}         # 07 700 900 123
      | 0 (?:[^\S\n.-] \d){{10}}                        # figure by figure
      | 44 [1-37] \d{{9}}                               # without + or 0
      | (?:44[^\S\n]?)? 7[1-9]\d\d [^\S\n-]? \d{{3}} [^\S\n-]? \d{{3}}
    )
    (?!\d)
    """,
    re.VERBOSE,
)


def _mark_insurance(match: re.Match[str]) -> str:
    """“on 12 11 20 a letter came” has the form of such a number; capitals tell them apart."""
    letters = match["apart"] or ""
    return match[0] if letters.lower() in _WORDS.split() and not letters.isupper() else INSURANCE_MARK


def masked(text: str) -> str:
    """The text with a mark in the place of each personal detail; masking it again changes nothing."""
    text = _EMAIL.sub(EMAIL_MARK, text)
    text = _INSURANCE.sub(_mark_insurance, text)
    return _TELEPHONE.sub(TELEPHONE_MARK, text)
