"""Tags for words and links in another language, and the way to the other language of the site."""

from django import template

from cms.languages.marks import foreign_language, html_language, in_english, lang_of

register = template.Library()
register.simple_tag(foreign_language)
register.simple_tag(lang_of)
register.simple_tag(in_english)
register.filter(html_language)
