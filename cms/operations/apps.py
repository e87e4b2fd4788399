from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate

from cms.operations.startup import refuse_wrong_settings


class OperationsConfig(AppConfig):
    name = "cms.operations"
    label = "operations"
    verbose_name = "Operations"

    def ready(self) -> None:
        from cms.operations.roles import ensure_roles

        refuse_wrong_settings()
        # The last app to be migrated: by then the permissions of all of them exist.
        last = [config for config in apps.get_app_configs() if config.models_module][-1]
        post_migrate.connect(ensure_roles, sender=last, dispatch_uid="ensure_roles")
