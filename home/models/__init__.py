from home.models.landing import LandingPage
from home.models.standard import StandardPage

__all__ = ["LandingPage", "StandardPage"]
