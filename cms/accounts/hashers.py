"""How passwords are kept."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id with OWASP’s least numbers: 19 MiB a sign-in; Django’s take 100 MiB and 8 threads."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
