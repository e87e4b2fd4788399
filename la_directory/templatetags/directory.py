"""How contacts are shown."""

from django import template

from la_directory.telephone import telephone_link

register = template.Library()
register.filter(telephone_link)
