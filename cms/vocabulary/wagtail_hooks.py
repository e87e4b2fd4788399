from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.vocabulary.models import ApproachStatements, Audience, ClientGroup, Region, ServiceKind, Theme


class ApproachStatementsViewSet(SnippetViewSet):
    """Where editors keep the “We are” statements; “Usage” lists the pages that show them."""

    model = ApproachStatements
    icon = "list-ul"
    list_display = ["title", "status_string"]
    menu_label = "“We are” statements"
    inspect_view_enabled = True


class TermViewSet(SnippetViewSet):
    """Where editors keep and order the words that readers filter by."""

    icon = "tag"
    list_display = ["name"]
    sort_order_field = "sort_order"


class AudienceViewSet(TermViewSet):
    model = Audience
    icon = "group"


class ClientGroupViewSet(TermViewSet):
    model = ClientGroup
    icon = "group"


class ServiceKindViewSet(TermViewSet):
    model = ServiceKind


class RegionViewSet(TermViewSet):
    model = Region
    icon = "site"


class ThemeViewSet(TermViewSet):
    model = Theme


register_snippet(ApproachStatementsViewSet)
register_snippet(AudienceViewSet)
register_snippet(ClientGroupViewSet)
register_snippet(ServiceKindViewSet)
register_snippet(RegionViewSet)
register_snippet(ThemeViewSet)
