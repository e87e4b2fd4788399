"""AUTH PLAIN and AUTH LOGIN."""

from __future__ import annotations

from base64 import b64decode, b64encode


def _decoded(text: str) -> str:
    return b64decode(text.encode()).decode("utf-8", "replace")


class SignIn:
    """`login` is "user:password", or nothing for a relay that asks nobody."""

    def __init__(self, login: str) -> None:
        self.login = login
        self.is_done = not login
        self.is_waiting = False
        self.method = ""
        self.given: list[str] = []

    def begin(self, line: str) -> str:
        _, method, *initial = line.split()
        self.method, self.given = method.upper(), []
        if not self.login or self.method not in ("PLAIN", "LOGIN"):
            return "504 5.5.4 no such way to sign in"
        return self.go_on(initial[0]) if initial else self._ask()

    def go_on(self, line: str) -> str:
        self.is_waiting = False
        self.given += _decoded(line).split("\0")[1:] if self.method == "PLAIN" else [_decoded(line)]
        if len(self.given) < 2:
            return self._ask()
        self.is_done = ":".join(self.given) == self.login
        return "235 2.7.0 welcome" if self.is_done else "535 5.7.8 wrong user or password"

    def _ask(self) -> str:
        self.is_waiting = True
        question = "" if self.method == "PLAIN" else ("Password:" if self.given else "Username:")
        return f"334 {b64encode(question.encode()).decode()}"
