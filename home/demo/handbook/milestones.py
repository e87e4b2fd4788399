"""The events of the timeline that are not the birth of a product, each dated as exactly as its source."""

from __future__ import annotations

from dataclasses import dataclass

from home.demo.handbook.front import HANDBOOK, NSET, PRODUCTS
from home.demo.writing import rich

GOV_SCOT = "https://www.gov.scot/publications/"
UPDATES = "/no-one-left-behind/updates/"
PLAN = "/publications/no-one-left-behind-delivery-plan/"


@dataclass(frozen=True)
class Milestone:
    """`name` is its key for good; `link` is a target as in To(); `belongs_to` the address of a page of this site."""

    name: str
    date: str
    title: str
    text: str = ""
    link: str = ""
    note_mark: str = ""
    belongs_to: str = ""

    @property
    def key(self) -> str:
        """What its translation key is made from."""
        return f"{HANDBOOK}milestones/{self.name}/"


MILESTONES = [
    Milestone(
        "new-future",
        "29 March 2016",
        "“A New Future for Employability Support in Scotland” published",
        rich("It says how Scotland wants to use its new powers, after a consultation."),
        f"{GOV_SCOT}creating-fairer-scotland-new-future-employability-support-scotland/",
    ),
    Milestone(
        "scotland-act",
        "2016",
        "The Scotland Act 2016 gives powers over employment support",
        rich("Scotland may now run services of its own for disabled people and for people long out of work."),
        "https://www.legislation.gov.uk/ukpga/2016/11",
    ),
    Milestone(
        "devolved-services",
        "1 April 2017",
        "The first devolved services start",
        rich("They are Work First Scotland and Work Able Scotland."),
    ),
    Milestone(
        "next-steps",
        "27 March 2018",
        "“No One Left Behind: next steps” published",
        rich("The name is used for the first time."),
        "/publications/next-steps-2018/",
    ),
    Milestone(
        "fair-start-scotland",
        "3 April 2018",
        "Fair Start Scotland starts",
        rich("Nine contracts cover the country."),
    ),
    Milestone(
        "review",
        "December 2018",
        "Review of employability services published",
        rich(
            "It promises one way to measure what support achieves. The framework of 2022 keeps that promise."
        ),
        f"{GOV_SCOT}one-left-behind-review-employability-services/",
        note_mark="†",
        belongs_to=f"{PRODUCTS}shared-measurement-framework/",
    ),
    Milestone(
        "partnership-agreement",
        "5 December 2018",
        "Partnership Working Agreement signed",
        rich("Scottish Ministers and COSLA agree to lead employability together."),
        "/publications/partnership-working-agreement/",
    ),
    Milestone(
        "first-phase",
        "1 April 2019",
        "The first phase of No One Left Behind starts",
        rich(
            "Activity Agreements and Scotland’s Employer Recruitment Incentive end. Their money goes to councils."
        ),
        f"{UPDATES}first-phase-starts/",
    ),
    Milestone(
        "action-plan",
        "February 2020",
        "Joint Employability Action Plan agreed",
        rich("It shares the work out among six workstreams."),
        f"{PLAN}introduction/",
        belongs_to=PLAN,
    ),
    Milestone(
        "parental-support",
        "February 2020",
        "Money for parents",
        rich("The Parental Employability Support Fund begins to pay for support for parents."),
    ),
    Milestone(
        "young-persons-guarantee",
        "November 2020",
        "Money for the Young Person’s Guarantee",
    ),
    Milestone(
        "delivery-plan",
        "24 November 2020",
        "No One Left Behind: delivery plan published",
        rich("It sets new dates and prepares the next phase."),
        PLAN,
        note_mark="*",
    ),
    Milestone(
        "economic-strategy",
        "Spring 2022",
        "National Strategy for Economic Transformation published",
        rich("No One Left Behind is one of the ways to reach its aims."),
        NSET,
    ),
    Milestone(
        "next-phase",
        "1 April 2022",
        "The next phase starts",
        rich("The Employability Fund and Community Jobs Scotland end. Support is planned locally instead."),
        f"{UPDATES}next-phase-starts/",
        belongs_to=PLAN,
    ),
    Milestone(
        "evaluation",
        "August 2023",
        "Evaluation of No One Left Behind and the Young Person’s Guarantee published",
        rich(
            "It asks how far both have been put into practice, and what can be learned from the first years."
        ),
        f"{GOV_SCOT}implementation-evaluation-no-one-left-behind-young-persons-guarantee/",
    ),
    Milestone(
        "fair-start-closes",
        "31 March 2024",
        "Fair Start Scotland closes to new referrals",
        rich("Those who are on the service stay with it."),
        f"{UPDATES}fair-start-scotland-last-referrals/",
    ),
    Milestone(
        "strategic-plan",
        "13 September 2024",
        "Employability strategic plan for 2024 to 2027 published",
        rich("It sets the direction for three years."),
        f"{UPDATES}strategic-plan-published/",
        belongs_to="/publications/strategic-plan-2024-to-2027/",
    ),
    Milestone(
        "handbook",
        "October 2024",
        "First edition of the National Products Handbook",
        rich("All products stand in one place."),
        f"{UPDATES}handbook-published/",
    ),
]
