"""What the page says about methods and limits, and the headings of its sections."""

TOPICS = {
    "defection": "The defection story",
    "system": "The system: speed and range",
    "test": "Flight tests",
    "facility": "Wind tunnels",
    "plasma": "Heat, plasma and navigation",
    "defence": "Defence, energy and warning",
    "background": "Background",
}

METHODS = (
    "A claim that physics can decide is turned into an interval of one quantity. A study then computes "
    "that quantity for many sets of parameters, drawn from the ranges that open literature supports. The "
    "share of sets that fall in the interval decides: at least 95 % is consistent, at most 5 % is "
    "inconsistent, and between them the claim is possible if one or two parameters say which sets meet it, "
    "and underdetermined if none do. Where two models of one quantity fall in different bands, both are "
    "shown and the claim is underdetermined; models are never averaged.",
    "The share is turned into a word by the table of the United States Intelligence Community Directive "
    "203. It is the share of parameter sets and not the chance that an event took place. It says nothing "
    "about how far the model can be trusted; that is a statement of its own.",
    "Claimed numbers keep their own unit and precision. A number stands for the interval of half its last "
    "stated digit, and words such as “up to” or “in excess of” make bounds with one side.",
    "Sources are counted by origin. Ten articles that repeat one anonymous source are one origin, and they "
    "do not raise the grade of the claim. The grade is a pair after the Admiralty system: a letter for the "
    "reliability of the source, a digit for the credibility of the statement.",
    "Every study lists its assumptions beside the claims that rest on it. Parameters are illustrative "
    "open-literature sets and not models of a particular vehicle.",
)
