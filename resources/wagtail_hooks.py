import resources.handbook.admin.wagtail_hooks
import resources.handbook.editions.hooks
import resources.handbook.importing.hooks  # noqa: F401  hooks register themselves
