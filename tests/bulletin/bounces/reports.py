"""Mail that comes back, as relays write it."""

from __future__ import annotations

DSN = """\
From: Mail Delivery System <MAILER-DAEMON@relay.example>
To: bounces@employability.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"
Message-ID: <{number}@relay.example>

--b1
Content-Type: text/plain

Your mail could not be delivered.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example

Final-Recipient: rfc822; {address}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {words}

--b1
Content-Type: {kind}

{original}

--b1--
"""

COMPLAINT = """\
From: feedback@provider.example
To: bounces@employability.example
Subject: FW: News
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="b2"

--b2
Content-Type: text/plain

This is an abuse report.

--b2
Content-Type: message/feedback-report

Feedback-Type: {feedback}
User-Agent: Provider/1.0
Version: 1
Original-Rcpt-To: <{address}>

--b2
Content-Type: message/rfc822

{original}

--b2--
"""


def original(message_id: str, leaving: str = "") -> str:
    link = f"List-Unsubscribe: <{leaving}>\n" if leaving else ""
    return f"From: news@employability.example\nMessage-ID: {message_id}\n{link}Subject: News\n\nHello\n"


def dsn(
    address: str,
    message_id: str = "",
    *,
    leaving: str = "",
    status: str = "5.1.1",
    action: str = "failed",
    words: str = "550 5.1.1 unknown",
    kind: str = "message/rfc822",
    number: int = 1,
) -> bytes:
    enclosed = original(message_id, leaving) if message_id else "From: news@employability.example\n\n"
    told = {"address": address, "action": action, "status": status, "words": words, "number": number}
    return DSN.format(**told, kind=kind, original=enclosed).encode()


def complaint(address: str, message_id: str, feedback: str = "abuse") -> bytes:
    return COMPLAINT.format(address=address, feedback=feedback, original=original(message_id)).encode()
