"""The blocks editors build pages from, one file a family.

Import them from their family, such as `cms.blocks.body.BodyBlock`. Nothing is re-exported here: Django
imports this package before any model may be loaded, and choosers need models.
"""
