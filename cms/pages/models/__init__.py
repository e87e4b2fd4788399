from cms.pages.feedback.models import Feedback
from cms.pages.models.approval import CompleteDraftApprovalTask
from cms.pages.models.change_note import ChangeNote
from cms.pages.models.site_page import SitePage
from cms.pages.models.site_settings import SiteSettings
from cms.pages.review.models import ReviewReminder

__all__ = [
    "ChangeNote",
    "CompleteDraftApprovalTask",
    "Feedback",
    "ReviewReminder",
    "SitePage",
    "SiteSettings",
]
