"""Client of a Passerelle: open data of a regional employment-training observatory.

    from passerelle_client import Passerelle

    with Passerelle("https://donnees.example.org") as passerelle:
        print(passerelle.vocabularies.get_concept("rome-4", "D1102").pref_label)
"""

from passerelle_client import models
from passerelle_client._pages import Pages
from passerelle_client._passerelle import Passerelle
from passerelle_client._request import Answer, Body
from passerelle_client._values import OpenEnum
from passerelle_client._version import VERSION as __version__
from passerelle_client.errors import (
    Forbidden,
    NotFound,
    PasserelleError,
    ProblemError,
    RateLimited,
    Unauthorized,
    Unavailable,
    UnexpectedAnswer,
    Unreachable,
)

__all__ = [
    "Answer",
    "Body",
    "Forbidden",
    "NotFound",
    "OpenEnum",
    "Pages",
    "Passerelle",
    "PasserelleError",
    "ProblemError",
    "RateLimited",
    "Unauthorized",
    "Unavailable",
    "UnexpectedAnswer",
    "Unreachable",
    "__version__",
    "models",
]
