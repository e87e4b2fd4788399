"""How the open data may be used."""

LICENCE = "Open Government Licence v3.0"
LICENCE_URL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
ATTRIBUTION = (
    "Contains information from the council directory of Employability in Scotland, kept by the councils of "
    "Scotland and the Scottish Government, licensed under the Open Government Licence v3.0."
)
