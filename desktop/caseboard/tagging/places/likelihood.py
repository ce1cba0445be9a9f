"""How likely the signs about a name make it that of a place.

The weights were fitted to newspaper texts whose places are marked, as logistic regression does.
"""

import math
from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "area_after": 0.9,
    "article_before": 0.64,
    "based_after": 1.4,
    "before_at": 0.18,
    "before_from": 1.35,
    "before_of": 0.64,
    "before_through": 0.95,
    "before_to": 0.77,
    "bias": -0.21,
    "brief": -1.2,
    "capital_after": -1.37,
    "capital_before": -1.18,
    "capitals": -0.41,
    "common_word": -2.5,
    "compass_before": 0.24,
    "container_after": 2.28,
    "contains_before": 2.23,
    "country": -0.59,
    "county": 1.4,
    "dateline": 1.96,
    "demonym_before": -0.39,
    "direction_of": 1.88,
    "given_name": -0.55,
    "in_before": 2.32,
    "in_place_elsewhere": 1.15,
    "joined_after": 0.41,
    "kind_after": 1.29,
    "kind_capital_after": -2.13,
    "known": 3.0,
    "kind_within": 0.38,
    "listed_after": 0.72,
    "listed_before": 1.41,
    "local_body_after": -0.08,
    "never_after": -0.61,
    "never_before": -0.66,
    "noun_after": 1.39,
    "only_alias": -0.36,
    "only_towns": -1.39,
    "organisation_after": -1.66,
    "part_of_person": -0.83,
    "people": 3.33,
    "people_alias": -0.17,
    "person": -1.14,
    "possessive": -0.19,
    "region": 0.39,
    "relation_before": -0.68,
    "repeated": 0.09,
    "say_after": -0.42,
    "say_before": 0.09,
    "several_words": -0.18,
    "short_city": -0.06,
    "short_country": -1.65,
    "short_state": -0.57,
    "starts_sentence": 0.35,
    "state": -0.89,
    "street_after": -2.91,
    "surname": -0.72,
    "surname_here": -2.65,
    "the_before": 0.51,
    "title_after": -0.68,
    "title_before": 0.08,
    "title_cased": -1.31,
}


def likelihood(signs: Mapping[str, float]) -> float:
    """0 to 1."""
    score = sum(WEIGHTS.get(sign, 0.0) * value for sign, value in signs.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
