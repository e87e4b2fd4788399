from django.apps import AppConfig


class BulletinConfig(AppConfig):
    name = "bulletin"
    verbose_name = "E-bulletin"

    def ready(self) -> None:
        from django.db.models.signals import post_save

        from bulletin.approval.workflow import for_a_new_archive
        from bulletin.bounces import webhook
        from bulletin.models import BulletinPage
        from bulletin.search_entries import MAKERS
        from bulletin.send import gate
        from bulletin.subscribe import mails
        from cms.mail import permission
        from cms.pages import search_entries

        post_save.connect(for_a_new_archive, sender=BulletinPage, dispatch_uid="workflow_of_an_archive")
        mails.register()
        permission.register(lambda: gate.state().is_open)
        webhook.listen()
        search_entries.register(MAKERS)
