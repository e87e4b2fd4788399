from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.vocabulary.models import ApproachStatements, Audience


class ApproachStatementsViewSet(SnippetViewSet):
    """Where editors keep the “We are” statements; “Usage” lists the pages that show them."""

    model = ApproachStatements
    icon = "list-ul"
    list_display = ["title", "status_string"]
    menu_label = "“We are” statements"
    inspect_view_enabled = True


class AudienceViewSet(SnippetViewSet):
    """Where editors keep and order the audiences that readers filter by."""

    model = Audience
    icon = "group"
    list_display = ["name"]
    sort_order_field = "sort_order"


register_snippet(ApproachStatementsViewSet)
register_snippet(AudienceViewSet)
