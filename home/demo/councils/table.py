"""All that the demo site says about councils."""

from home.demo.councils import (
    argyll_and_highland,
    ayrshire,
    central,
    dunbartonshire,
    edinburgh_and_lothians,
    fife_and_west_lothian,
    glasgow,
    islands,
    lanarkshire,
    north_east,
    renfrewshire_and_inverclyde,
    south,
    tayside,
)
from home.demo.councils.case_studies_north import NORTH
from home.demo.councils.case_studies_south import SOUTH
from home.demo.councils.notation import DemoCouncil

COUNCILS: dict[str, DemoCouncil] = {
    council.code: council
    for region in (
        argyll_and_highland,
        islands,
        north_east,
        tayside,
        central,
        fife_and_west_lothian,
        edinburgh_and_lothians,
        glasgow,
        dunbartonshire,
        renfrewshire_and_inverclyde,
        lanarkshire,
        ayrshire,
        south,
    )
    for council in region.COUNCILS
}
CASE_STUDIES = [*NORTH, *SOUTH]
