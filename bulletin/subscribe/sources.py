"""Where a step of somebody’s consent came from, as it is written down with it, beside pages and files."""

PREFERENCES_PAGE = "preferences"
LINK = "link in a mail"
ONE_PRESS = "one press in a mail program"
MAIL_REPORT = "mail report"
ON_REQUEST = "on request, by an editor"
