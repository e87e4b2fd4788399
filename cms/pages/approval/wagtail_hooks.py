"""What the editor says and refuses around approval. The hooks of cms.pages import this module."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page

from cms.pages.approval.what_was_seen import approve_only_what_the_form_showed
from cms.pages.completeness import problems

INCOMPLETE = _("This draft cannot be approved yet. Look at: %s.")

hooks.register("before_edit_page", approve_only_what_the_form_showed)


@hooks.register("before_edit_page")
def say_why_a_draft_cannot_be_approved(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Approval is offered only for what is complete; this tells the moderator what is missing."""
    if request.method == "GET" and page.current_workflow_task and (missing := problems(page)):
        names = [page._meta.get_field(name).verbose_name for name in missing if name != "__all__"]
        messages.warning(request, INCOMPLETE % ", ".join(str(name) for name in names))
    return None


@hooks.register("insert_global_admin_css")
def styles_of_differences() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("pages/approval.css"))
