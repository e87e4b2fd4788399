from bench.bare.urls import urlpatterns as bare
from cms.urls import urlpatterns as site

urlpatterns = [*bare, *site]
