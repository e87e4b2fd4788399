from django.db import models
from wagtail.admin.compare import FieldComparison, diff_text


class PartialDateComparison(FieldComparison):
    """Shows two versions of a date as readers see it; no date is shown as nothing."""

    def __init__(self, field: models.Field, obj_a: models.Model, obj_b: models.Model) -> None:
        super().__init__(field, obj_a, obj_b)
        self.val_a, self.val_b = (str(value or "") for value in (self.val_a, self.val_b))

    def htmldiff(self) -> str:
        return diff_text(self.val_a, self.val_b).to_html()
