import bulletin.admin.editions.wagtail_hooks
import bulletin.admin.subscribers.wagtail_hooks
import bulletin.approval.wagtail_hooks
import bulletin.compose.wagtail_hooks
import bulletin.render.wagtail_hooks
import bulletin.send.wagtail_hooks  # noqa: F401  hooks register themselves
