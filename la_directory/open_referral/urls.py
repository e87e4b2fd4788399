from django.urls import path

from la_directory.open_referral import views

app_name = "open_referral"
urlpatterns = [
    path("", views.about, name="about"),
    path("services", views.services, name="services"),
    path("services/<uuid:identifier>", views.service, name="service"),
    path("organizations", views.organizations, name="organizations"),
    path("taxonomies", views.taxonomies, name="taxonomies"),
    path("taxonomy_terms", views.taxonomy_terms, name="taxonomy_terms"),
]
