"""The “We are” statements, shown by the home page and the policy page from one record."""

TITLE = "No One Left Behind: what we are doing"
LEAD_IN = "We are:"

STATEMENTS: list[tuple[str, list[str]]] = [
    (
        "helping people into fair work that lasts, because a good job lifts families out of poverty and keeps people well",
        [],
    ),
    (
        "holding every service to the same principles",
        [
            "People are treated with respect and fairness, and services keep learning",
            "Support bends to the person, not the person to the support",
            "It is easy to find out what there is and how to ask for it",
            "Employability works hand in hand with health, housing, justice and money advice",
            "Every route leads towards work that is fair and that lasts",
            "Decisions rest on evidence, and on what people who used a service tell us",
            "More people find a job that suits them, at a moment that suits them",
        ],
    ),
    (
        "moving decisions close to people, so that one local partnership can join up the help that one person needs",
        [],
    ),
    ("building on services that already work well, and bringing separate funds together behind them", []),
    ("changing how the whole system works, rather than adding one more programme to a long list", []),
]
