from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    name = "resources"
    label = "resources"
    verbose_name = "Resources"

    def ready(self) -> None:
        from cms.pages import whats_new
        from resources.whats_new import PROVIDERS

        for provider in PROVIDERS:
            whats_new.register(provider)
