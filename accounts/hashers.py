"""How passwords are stored."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class ClinicArgon2PasswordHasher(Argon2PasswordHasher):
    """Argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet).

    Django's own figures take 100 MiB a sign-in, which a small server cannot give to many at once.
    """

    memory_cost = 19_456
    time_cost = 2
    parallelism = 1
