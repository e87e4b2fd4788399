from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "la_directory"
    label = "la_directory"
    verbose_name = "Council directory"

    def ready(self) -> None:
        from phonenumber_field.modelfields import PhoneNumberField
        from wagtail.admin.compare import FieldComparison, register_comparison_class
        from wagtail.signals import page_published

        from cms.accounts import passwords
        from cms.pages import ranking, search_entries, whats_new
        from cms.pages.review import reminders
        from la_directory.councils import COUNCILS
        from la_directory.freshness.published import check_by_publishing
        from la_directory.freshness.ranking import out_of_date
        from la_directory.freshness.reminders import remind_councils
        from la_directory.models import ContactPage, LocalServicePage
        from la_directory.search_entries import MAKERS
        from la_directory.teams import upkeep
        from la_directory.whats_new import PROVIDERS

        for model in (ContactPage, LocalServicePage):
            page_published.connect(check_by_publishing, sender=model, dispatch_uid="check_by_publishing")
        passwords.register(lambda: [council.name for council in COUNCILS])
        reminders.register(remind_councils)
        ranking.register(out_of_date)
        for provider in PROVIDERS:
            whats_new.register(provider)
        search_entries.register(MAKERS)
        upkeep.connect()
        # It is no text that could be compared letter by letter: Wagtail's histories would break off at it.
        register_comparison_class(PhoneNumberField, comparison_class=FieldComparison)
