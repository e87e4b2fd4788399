from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.vocabulary.models import ApproachStatements


class ApproachStatementsViewSet(SnippetViewSet):
    """Where editors keep the “We are” statements; “Usage” lists the pages that show them."""

    model = ApproachStatements
    icon = "list-ul"
    list_display = ["title", "status_string"]
    menu_label = "“We are” statements"
    inspect_view_enabled = True


register_snippet(ApproachStatementsViewSet)
