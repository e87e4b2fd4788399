from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from cms.blocks.link_handlers import GatheredDocumentLinks, GatheredPageLinks


@hooks.register("register_rich_text_features", order=100)
def read_links_from_gathered_targets(features: FeatureRegistry) -> None:
    """Comes after Wagtail's own registrations and takes their place."""
    features.register_link_type(GatheredPageLinks)
    features.register_link_type(GatheredDocumentLinks)


@hooks.register("insert_global_admin_css")
def editor_styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("blocks/editor.css"))
