"""Addresses of the site before this one, and where they lead now."""

OLD_ADDRESSES: dict[str, str] = {
    "/policy/no-one-left-behind": "/no-one-left-behind/",
    "/employability-services/no-one-left-behind": "/no-one-left-behind/",
    "/partnership/local-employability-partnerships/partnerships-lead-contact-details": "/local-authorities/partnership-leads/",
}
