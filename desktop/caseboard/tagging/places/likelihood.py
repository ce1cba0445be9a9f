"""How likely the signs about a name make it that of a place.

The weights were fitted to newspaper texts whose places are marked, as logistic regression does.
"""

import math
from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "age_after": -0.07,
    "area_after": 0.86,
    "article_before": 0.48,
    "based_after": 1.37,
    "before_at": 0.18,
    "before_from": 1.28,
    "before_of": 0.69,
    "before_through": 1.07,
    "before_to": 0.91,
    "bias": -0.97,
    "brief": -1.83,
    "capital_after": -1.42,
    "capital_before": -1.31,
    "capitals": -0.94,
    "common_word": -2.46,
    "common_words": -0.49,
    "compass_before": 0.57,
    "container_after": 2.52,
    "contains_before": 2.33,
    "country": -0.1,
    "county": 2.02,
    "dateline": 2.12,
    "demonym_before": -0.46,
    "direction_of": 1.93,
    "foreign": -0.66,
    "foreign_here": -0.11,
    "given_name": -0.47,
    "in_before": 2.61,
    "in_place_elsewhere": 1.14,
    "kind_after": 1.09,
    "kind_capital_after": -2.26,
    "known": 3.0,
    "kind_within": 0.47,
    "listed_after": 0.64,
    "listed_before": 1.23,
    "local_body_after": -0.23,
    "natural": 0.5,
    "never_after": -0.79,
    "never_before": -0.85,
    "noun_after": 1.28,
    "only_alias": -0.56,
    "only_towns": -0.41,
    "organisation_after": -1.7,
    "part_of_person": -0.89,
    "people": 3.29,
    "people_alias": -0.28,
    "person": -1.11,
    "possessive": -0.27,
    "possessive_before": -0.54,
    "region": 0.66,
    "relation_before": -0.75,
    "repeated": -0.17,
    "say_after": -0.44,
    "several_words": 0.16,
    "short_city": -0.08,
    "short_country": -1.16,
    "short_state": -0.37,
    "starts_sentence": 0.45,
    "state": -0.35,
    "street_after": -3.17,
    "surname": -0.61,
    "surname_here": -2.57,
    "the_before": 0.49,
    "title_after": -0.76,
    "title_before": 0.05,
    "title_cased": -1.21,
    "unusual": 0.63,
}


def likelihood(signs: Mapping[str, float]) -> float:
    """0 to 1."""
    score = sum(WEIGHTS.get(sign, 0.0) * value for sign, value in signs.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
