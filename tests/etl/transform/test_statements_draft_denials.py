"""What drafts say was not won, and what they only seem to say of a win. All is invented."""

import pytest

from tests.etl.transform.drafts_read import HEAD, draft


def told(sentence: str) -> tuple[set[int], set[int | None]]:
    """The years won and the years denied."""
    found = draft(f"{HEAD}Report, October 2024\n\n{sentence}")
    return {one.year for one in found.wins}, {one.year for one in found.denials}


@pytest.mark.parametrize(
    ("sentence", "won", "denied"),
    [
        ("Hart missed out on the HEED Award in 2021.", set(), {2021}),
        ("Hart's name was absent from the HEED list in 2013.", set(), {2013}),
        ("Hart was snubbed for the HEED Award in 2017.", set(), {2017}),
        ("Hart narrowly lost the 2021 HEED Award.", set(), {2021}),
        ("Hart fell short of the HEED Award in 2019 and 2020, then won it in 2022.", {2022}, {2019, 2020}),
        ("Hart won the HEED Award in 2018, 2022 and 2023, but not in 2019, 2020 or 2021.",
         {2018, 2022, 2023}, {2019, 2020, 2021}),
        ("After winning in 2018, Hart did not win the HEED Award again until 2022.", {2018}, set()),
        ("Hart won in 2016 and was passed over for the HEED Award in 2017.", {2016}, {2017}),
        ("Hart University was a finalist for the 2021 HEED Award.", set(), set()),
        ("Hart University had hoped to win the HEED Award in 2021.", set(), set()),
        ("A report incorrectly said that Hart won the HEED Award in 2019.", set(), set()),
        ("Hart's run of HEED Awards ended in 2022.", set(), set()),
        ("Hart has not missed the HEED Award since 2014.", set(), set()),
        ("Hart did not apply for the HEED Award in 2023.", set(), {2023}),
        ("Hart submitted no application for the HEED Award in 2021.", set(), {2021}),
        ("Our application for the HEED Award was not successful in 2018.", set(), {2018}),
        ("Hart first won the HEED Award in 2013, after an unsuccessful attempt in 2012.", {2013}, {2012}),
        ("Hart applied for and received the HEED Award in 2021.", {2021}, set()),
        ("In fall 2022, we received the HEED Award.", {2022}, set()),
        ("We received the HEED Award in November 2021.", {2021}, set()),
        ("Hart won the HEED Award in 2016. Research awards reached $34 million, up from $21 million in 2019.",
         {2016}, set()),
        ("Hart won the HEED Award in 2016. We received INSIGHT's STEM award in 2019.", {2016}, set()),
        ("In 2019 and 2020 Hart went without a HEED Award.", set(), {2019, 2020}),
        ("We won the HEED Award in 2019 and 2022, and went home with nothing in 2020 and 2021.",
         {2019, 2022}, {2020, 2021}),
        ("We won the HEED Award in 2019 and got nothing in 2020.", {2019}, {2020}),
        ("Hart won the HEED Award in 2019 but was unsuccessful in 2020.", {2019}, {2020}),
        ("We took the HEED Award in 2022, only to lose out in 2023.", {2022}, {2023}),
        ("We were HEED recipients in 2022; in 2023 the award eluded us.", {2022}, {2023}),
        ("Hart was turned down for the HEED Award in 2021.", set(), {2021}),
        ("After missing out in 2017, we returned to the list of HEED recipients in 2018.", {2018}, {2017}),
        ("Except in 2020, 2021 and 2023, Hart has won the HEED Award each year since 2018.", set(), set()),
        ("Prior to 2019 Hart had not won the HEED Award.", set(), set()),
        ("As late as 2017 Hart had yet to win a HEED Award.", set(), set()),
        ("Hart had not been a HEED recipient since 2015 when it won again in 2020.", {2020}, set()),
        ("Unlike in 2021, when Hart came away empty-handed, the 2023 HEED application was successful.", None, {2021}),
        ("Hart was not a Diversity Champion in 2021.", set(), {2021}),
        ("No other college received the HEED Award in 2022.", set(), set()),
        ("Goal 4 is to win the HEED Award in 2025.", set(), set()),
        ("HEED Awards: 2018, 2022. NIH awards: 2019, 2020.", {2018, 2022}, set()),
        ("Hart won the HEED Award in 2022. Professor Lee Orr was named a Fellow in 2020.", {2022}, set()),
        ("Hart won the HEED Award in 2022. The rural track was recognized in 2020 by a council.", {2022}, set()),
        ("Hart won the HEED Award in 2022. The Bay program received ten awards in 2021.", {2022}, set()),
        ("Hart has never won the HEED Award.", set(), {None}),
        ("Before 2022 Hart had never won the HEED Award.", set(), set()),
        ("Hart has never missed the HEED Award.", set(), set()),
        ("Unlike Orr University, which did not win in 2023, Hart University won the HEED Award in 2023.", None, set()),
    ],
)  # fmt: skip
def test_years_won_and_years_denied(sentence: str, won: set[int] | None, denied: set[int | None]) -> None:
    found = told(sentence)
    assert found[1] == denied
    assert won is None or found[0] == won


def test_communities_that_were_left_out_are_no_denial() -> None:
    won, _ = told("Hart serves communities that have been left out, which led to its HEED Awards of 2015 and 2016.")
    assert won == {2015, 2016}


@pytest.mark.parametrize(
    "sentence", ["In 2019 Hart was a Diversity Champion.", "Hart became a Diversity Champion in 2019."]
)
def test_a_tier_is_told_by_its_name_alone(sentence: str) -> None:
    (only,) = draft(sentence).wins
    assert (only.award, only.year) == ("DIVERSITY-CHAMPION", 2019)


def test_the_years_of_somebody_in_office_are_no_awards() -> None:
    won, _ = told("Honors of Hart during the deanship (2013 to 2021)\n\n- HEED Award, 2020")
    assert won == {2020}
