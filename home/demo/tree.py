"""All pages of the demo site, each after the page above it, in the order they stand in the menu."""

from home.demo.bulletin import front as bulletin
from home.demo.councils import front as councils
from home.demo.demo_page import DemoPage
from home.demo.handbook import front as handbook
from home.demo.handbook import local_and_data_products, products
from home.demo.pages import (
    delivery_plan,
    delivery_plan_actions,
    front,
    get_help,
    policy,
    practice,
    publications_list,
    publications_practice,
    standing,
    updates_2025,
    updates_2026,
    updates_to_2024,
    working,
)

index, *other_publications = publications_list.PAGES
help_to_find_work, *contact = get_help.PAGES
directory, case_studies = councils.PAGES

PAGES: list[DemoPage] = [
    *front.PAGES,
    help_to_find_work,
    directory,
    *working.PAGES,
    *practice.PAGES,
    *policy.PAGES,
    *handbook.PAGES,
    *products.PAGES,
    *local_and_data_products.PAGES,
    *updates_to_2024.PAGES,
    *updates_2025.PAGES,
    *updates_2026.PAGES,
    index,
    *delivery_plan.PAGES,
    *delivery_plan_actions.PAGES,
    *other_publications,
    *publications_practice.PAGES,
    case_studies,
    *bulletin.PAGES,
    *contact,
    *standing.PAGES,
]
