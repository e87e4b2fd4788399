from __future__ import annotations

import pytest

from la_directory.postcodes.read import Findings
from la_directory.postcodes.take_over import take_over

GLASGOW, NORTH_LANARK, BORDERS, FIFE = "S12000049", "S12000050", "S12000026", "S12000047"


@pytest.fixture
def postcodes(db: None) -> None:
    """A few postcodes: G33 lies in two councils, TD15 in two countries."""
    glasgow = {f"G33{number}AA": GLASGOW for number in range(10)}
    councils = {
        **glasgow,
        **{f"G33{number}AB": GLASGOW for number in range(7)},
        **{f"G33{number}ZZ": NORTH_LANARK for number in range(3)},
        "TD151TX": BORDERS,
        "TD124AA": BORDERS,
        "KY11AA": FIFE,
        "KY11IA": FIFE,
        "G301OA": GLASGOW,
        "EH11AA": "S12000036",
        "IV21AA": "S12000017",
    }
    beside = {f"TD151A{letter}" for letter in "ABD"}
    take_over(Findings(kind="plain", councils=councils, beside=beside), "all.csv")
