from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    name = "resources"
    label = "resources"
    verbose_name = "Resources"

    def ready(self) -> None:
        from cms.pages import search_entries, whats_new
        from resources.search_entries import MAKERS
        from resources.whats_new import PROVIDERS

        for provider in PROVIDERS:
            whats_new.register(provider)
        search_entries.register(MAKERS)
