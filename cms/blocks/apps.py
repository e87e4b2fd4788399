from django.apps import AppConfig


class BlocksConfig(AppConfig):
    name = "cms.blocks"
    label = "blocks"
    verbose_name = "Blocks"

    def ready(self) -> None:
        from django.core.validators import URLValidator

        from cms.blocks.addresses import WEB_SCHEMES

        # Django’s fields would take ftp as well, those of Wagtail’s redirects too.
        URLValidator.schemes = WEB_SCHEMES
