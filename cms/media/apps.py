from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "cms.media"
    label = "media"
    verbose_name = "Images and documents"

    def ready(self) -> None:
        from wagtail.admin.views.account import AvatarSettingsPanel

        from cms.media import uploaded  # noqa: F401  connects the signal

        # Pictures of people are shown nowhere and would be one more way in for files.
        AvatarSettingsPanel.is_active = lambda panel: False
