"""The variables of signing in, which cms.settings.environment reads with all others."""

from __future__ import annotations

from cms.settings import addresses
from cms.settings.values import client_name, groups, short_name, signing_key
from cms.settings.variable import Variable

SIGNING_IN = (
    Variable(
        "SECOND_FACTOR_EXEMPT",
        "Groups whose members need no second factor if they are in no other group. Without one: none.",
        "names of groups with semicolons between them, * for any letters, or nothing",
        "",
        groups,
    ),
    Variable(
        "OIDC_ISSUER",
        "The provider of single sign-on (OpenID Connect), as it calls itself. Without one: people sign in "
        "with passwords alone.",
        "an address such as https://login.example.org/realm; http on this machine; or nothing",
        "",
        addresses.issuer,
    ),
    Variable(
        "OIDC_CLIENT_ID",
        "How the provider of single sign-on knows this site. Needed with OIDC_ISSUER.",
        "up to 200 characters without blanks, or nothing",
        "",
        client_name,
    ),
    Variable(
        "OIDC_CLIENT_SECRET",
        "What this site shows to the provider of single sign-on. Needed with OIDC_ISSUER.",
        "a secret of 16 to 200 characters without blanks, or nothing",
        "",
        signing_key,
    ),
    Variable(
        "OIDC_GROUPS_CLAIM",
        "The claim in which the provider of single sign-on names the groups of a person.",
        "the name of a claim, without blanks",
        "groups",
        client_name,
    ),
    Variable(
        "OIDC_NAME",
        "What the button on the sign-in page calls single sign-on, after “Sign in with”.",
        "up to 60 characters other than < and >",
        "single sign-on",
        short_name,
    ),
)
