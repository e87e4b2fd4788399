from bulletin.models.approval import Approval, EditionApprovalTask
from bulletin.models.archive import BulletinPage
from bulletin.models.bulletin_settings import BulletinSettings
from bulletin.models.consent import ConsentEvent
from bulletin.models.delivery import Delivery
from bulletin.models.edition import EditionPage
from bulletin.models.gate import SendingGate, SendingWorker
from bulletin.models.sending import Sending
from bulletin.models.sign_up_attempt import SignUpAttempt
from bulletin.models.subscriber import Subscriber
from bulletin.models.subscriber_link import SubscriberLink
from bulletin.models.suppression import ProviderEvent, Suppression

__all__ = [
    "Approval",
    "BulletinPage",
    "BulletinSettings",
    "ConsentEvent",
    "Delivery",
    "EditionApprovalTask",
    "EditionPage",
    "ProviderEvent",
    "Sending",
    "SendingGate",
    "SendingWorker",
    "SignUpAttempt",
    "Subscriber",
    "SubscriberLink",
    "Suppression",
]
