"""How words are compared: a letter with an accent is the same letter, and there is one sort of apostrophe."""

import unicodedata


def by_letter(words: str) -> str:
    """What to sort and to search by: “Àite” comes before “Baile”, “A’ Ghàidhealtachd” before both."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
