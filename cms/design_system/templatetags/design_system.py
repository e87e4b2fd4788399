"""The one library of the components: each tag has one template of the same name."""

from django import template

from cms.design_system.templatetags import blocks, content, diagrams, forms, navigation

register = template.Library()
for family in (navigation, content, diagrams, forms, blocks):
    register.tags.update(family.register.tags)
    register.filters.update(family.register.filters)
