"""The recovery code: eight groups of four characters that a person can write down and type again.

Crockford's base 32 has no I, L, O or U; on the way in I and L are read as 1 and O as 0. Seven groups are
random (140 bits) and the eighth is a checksum, so that a slip of the pen can be told apart from the
code of another store without trying the key.
"""

from __future__ import annotations

import hashlib
import secrets

from db.errors import Refused

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUP_LENGTH = 4
RANDOM_LENGTH = 7 * GROUP_LENGTH
CODE_LENGTH = 8 * GROUP_LENGTH

_LOOK_ALIKES = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None})


def new_code() -> str:
    """Make a random recovery code such as `7KQ2-M0ZP-…` (eight groups)."""
    random_part = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM_LENGTH))
    characters = random_part + _checksum(random_part)
    return "-".join(characters[at : at + GROUP_LENGTH] for at in range(0, CODE_LENGTH, GROUP_LENGTH))


def secret_of(code: str) -> bytes:
    """Return what the key is wrapped by, from a code as a person typed it.

    Spaces, hyphens, small letters and look-alikes are accepted. A code of the wrong length, with a
    character that no code has, or with a wrong checksum is refused (code `recovery_code_mistyped`).
    """
    characters = "".join(code.split()).upper().translate(_LOOK_ALIKES)
    if len(characters) != CODE_LENGTH:
        message = (
            f"Gendannelseskoden skal have {CODE_LENGTH} tegn i otte grupper; der er skrevet "
            f"{len(characters)}. Sammenlign med udskriften, og prøv igen."
        )
        raise Refused(message, field="recovery_code", code="recovery_code_mistyped")
    random_part, checksum = characters[:RANDOM_LENGTH], characters[RANDOM_LENGTH:]
    if not set(characters) <= set(ALPHABET) or checksum != _checksum(random_part):
        message = "Gendannelseskoden er tastet forkert. Sammenlign gruppe for gruppe med udskriften, og prøv igen."
        raise Refused(message, field="recovery_code", code="recovery_code_mistyped")
    return random_part.encode("ascii")


def _checksum(random_part: str) -> str:
    """Return four characters (20 bits) computed from the random part."""
    digest = int.from_bytes(hashlib.sha256(b"tovholder recovery code " + random_part.encode()).digest()[:4])
    return "".join(ALPHABET[(digest >> (5 * place)) & 31] for place in range(GROUP_LENGTH))
