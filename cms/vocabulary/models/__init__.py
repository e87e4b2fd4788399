from cms.vocabulary.models.audience import Audience
from cms.vocabulary.models.statements import ApproachStatements, StatementBlock
from cms.vocabulary.models.term import Term

__all__ = ["ApproachStatements", "Audience", "StatementBlock", "Term"]
