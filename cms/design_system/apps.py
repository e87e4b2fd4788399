from django.apps import AppConfig


class DesignSystemConfig(AppConfig):
    """The components of the Scottish Government Design System as template tags. It knows no model."""

    name = "cms.design_system"
    label = "design_system"
    verbose_name = "Design system"
