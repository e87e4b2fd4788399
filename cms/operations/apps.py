from django.apps import AppConfig, apps
from django.conf import settings
from django.db.models.signals import post_migrate

from cms.operations.startup import refuse_wrong_settings


class OperationsConfig(AppConfig):
    name = "cms.operations"
    label = "operations"
    verbose_name = "Operations"

    def ready(self) -> None:
        from cms.operations import rights_log, work_in_hand
        from cms.operations.roles import ensure_roles
        from cms.pages.site_address import ensure_address

        refuse_wrong_settings()
        work_in_hand.follow()
        rights_log.connect()
        if settings.SENTRY_DSN:  # the library takes a while to load
            from cms.operations import fault_reports

            fault_reports.start(settings.SENTRY_DSN)
        # The last app to be migrated: by then the permissions of all of them exist.
        last = [config for config in apps.get_app_configs() if config.models_module][-1]
        post_migrate.connect(ensure_roles, sender=last, dispatch_uid="ensure_roles")
        post_migrate.connect(ensure_address, sender=last, dispatch_uid="ensure_address")
