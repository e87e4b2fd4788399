from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "la_directory"
    label = "la_directory"
    verbose_name = "Council directory"
