import la_directory.approval.wagtail_hooks
import la_directory.exchange.wagtail_hooks
import la_directory.freshness.wagtail_hooks
import la_directory.my_council.wagtail_hooks
import la_directory.teams.wagtail_hooks  # noqa: F401  hooks register themselves
