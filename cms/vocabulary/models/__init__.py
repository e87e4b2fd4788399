from cms.vocabulary.models.audience import Audience
from cms.vocabulary.models.client_group import ClientGroup
from cms.vocabulary.models.region import Region
from cms.vocabulary.models.service_kind import ServiceKind
from cms.vocabulary.models.statements import ApproachStatements, StatementBlock
from cms.vocabulary.models.term import Term
from cms.vocabulary.models.theme import Theme

__all__ = [
    "ApproachStatements",
    "Audience",
    "ClientGroup",
    "Region",
    "ServiceKind",
    "StatementBlock",
    "Term",
    "Theme",
]
