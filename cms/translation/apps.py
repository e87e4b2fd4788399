from django.apps import AppConfig


class TranslationConfig(AppConfig):
    name = "cms.translation"
    label = "translation"
    verbose_name = "Translation"

    def ready(self) -> None:
        from django.apps import apps

        from cms.pages import waiting
        from cms.translation import behind_english, english_words, followed, markup, places, privacy
        from cms.translation.facts_in_forms import hide_facts
        from cms.translation.waiting import translations_waiting

        every = apps.get_models()
        behind_english.connect(every)
        hide_facts(every)
        for part in (english_words, followed, markup, places, privacy):
            part.connect()
        waiting.register(translations_waiting)
