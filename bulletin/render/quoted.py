"""Quoted-printable as RFC 2045, 6.7 has it, with tokens on lines of their own so that none is ever cut."""

from __future__ import annotations

from bulletin.render.tokens import TOKEN

LONGEST = 75  # characters of a line, without the sign that it goes on
GOES_ON = "=\r\n"


def quoted(words: str) -> bytes:
    """Lines end with CRLF, and so does the whole."""
    return "\r\n".join(_line(line) for line in words.removesuffix("\n").split("\n")).encode("ascii") + b"\r\n"


def quoted_value(value: str) -> bytes:
    """What takes the place of a token in a quoted text."""
    return GOES_ON.join(_folded([_quoted_character(character) for character in value])).encode("ascii")


def _line(line: str) -> str:
    parts: list[str] = []
    place = 0
    for token in TOKEN.finditer(line):
        parts += _folded([_quoted_character(character) for character in line[place : token.start()]])
        parts.append(token[0])
        place = token.end()
    last = [_quoted_character(character) for character in line[place:]]
    if last and last[-1] in " \t":
        last[-1] = f"={ord(last[-1]):02X}"  # relays take blanks from the ends of lines
    parts += _folded(last)
    return GOES_ON.join(parts)


def _quoted_character(character: str) -> str:
    if (" " <= character <= "~" and character != "=") or character == "\t":
        return character
    return "".join(f"={byte:02X}" for byte in character.encode())


def _folded(characters: list[str]) -> list[str]:
    """Pieces of at most 75 characters; no character is cut in two."""
    pieces: list[str] = []
    piece: list[str] = []
    length = 0
    for character in characters:
        if length + len(character) > LONGEST:
            pieces.append("".join(piece))
            piece, length = [], 0
        piece.append(character)
        length += len(character)
    return [*pieces, "".join(piece)] if piece else pieces
