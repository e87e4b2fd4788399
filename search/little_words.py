"""English words that say little of what is meant."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# They stand in nearly every page, and are left out of questions.
EMPTY_WORDS = _words(
    """
    a about am an and any are as at be been by can could did do does for from get had has have how i if in
    into is it its me mean my need of on or our please should so some such that the their them there these
    they this to us want was we were what when where which who whom why will with would you your
    """
)
# They are looked for, and weigh less than others.
LITTLE_WORDS = _words(
    """
    above after again against all back because before being below between both but down during each few
    further having he her here hers herself him himself his just more most no nor not now off once only other
    ourselves out over own same she than then those through too under until up very while yourself
    """
)
