"""All editions of the demo site, oldest first."""

from home.demo.bulletin.august import AUGUST
from home.demo.bulletin.elsewhere import NOVEMBER_2025
from home.demo.bulletin.july import JULY
from home.demo.bulletin.june import JUNE
from home.demo.bulletin.may import MAY
from home.demo.bulletin.november import NOVEMBER
from home.demo.bulletin.october import OCTOBER
from home.demo.bulletin.september import SEPTEMBER, YOUR_SAY

EDITIONS = [NOVEMBER_2025, MAY, JUNE, JULY, AUGUST, YOUR_SAY, SEPTEMBER, OCTOBER, NOVEMBER]
