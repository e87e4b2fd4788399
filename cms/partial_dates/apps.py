from django.apps import AppConfig


class PartialDatesConfig(AppConfig):
    name = "cms.partial_dates"
    verbose_name = "Partial dates"

    def ready(self) -> None:
        from wagtail.admin.compare import register_comparison_class

        from .comparison import PartialDateComparison
        from .field import PartialDateField

        register_comparison_class(PartialDateField, comparison_class=PartialDateComparison)
