"""What the lists of case studies cost with twenty and with two thousand."""

from __future__ import annotations

from bench.growth import LAST_PAGE, multiply, settle
from bench.in_process import measure

FEW, MANY = 20, 2_000
QUERIES = 12
# How many times longer a list may take with many.
GROWTH = 2.5


def case_studies() -> None:
    from la_directory.models import CaseStudiesPage, CaseStudyPage

    index = CaseStudiesPage.objects.live().first()
    template = CaseStudyPage.objects.live().first()
    if index is None or template is None:
        print("\nThe lists of case studies were not measured: the demo site has none.")
        return
    own = template.get_parent().specific
    addresses = (index.url, f"{index.url}{LAST_PAGE}", f"{index.url}?council={own.council.slug}", own.url)
    if (there := own.case_studies.count()) < FEW:
        multiply(template, FEW - there)
    settle()
    before = {address: measure(address) for address in addresses}
    multiply(template, MANY - FEW)
    settle()
    print(f"\nCase studies, {FEW} and {MANY} of one council")
    print(f"{'':46}{'queries':>14}{'ms':>16}")
    for address, few in before.items():
        many = measure(address, runs=10)
        verdict = "" if few.queries == many.queries <= QUERIES else f"  over {QUERIES} or not the same"
        if many.milliseconds > GROWTH * few.milliseconds:
            verdict += f"  over {GROWTH} times"
        queries = f"{few.queries:>7}{many.queries:>7}"
        print(f"{address:46}{queries}{few.milliseconds:>8.1f}{many.milliseconds:>8.1f}{verdict}")
