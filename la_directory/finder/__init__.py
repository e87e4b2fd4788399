"""From what a reader types to the council that helps them: a postcode or a part of one, a place, a name.

Nothing of what is typed is stored or logged.
"""
