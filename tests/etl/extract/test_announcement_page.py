"""What a saved page says of itself, and what of it belongs to other pages and is not read."""

from datetime import date

import pytest

from etl.extract.announcement_days import day_in
from etl.extract.announcement_html import of_html
from etl.extract.announcement_page import page_of

HEADLINE = "Lakeside University receives 2022 HEED Award"
PROSE = (
    "Lakeside University has received the 2022 Higher Education Excellence in Diversity (HEED) Award from INSIGHT Into "
    "Diversity magazine. The award honors colleges and universities that demonstrate an outstanding commitment to "
    "diversity and inclusion, and Lakeside is one of 103 recipients. The university will be featured in the magazine."
)
OTHER = "Lakeside named a 2019 Diversity Champion"
CARD = f'<a href="/2019"><h4>{OTHER}</h4></a><div>Nov. 7, 2019</div><p>The university is among a select group.</p>'


def page(body: str, head: str = "") -> str:
    return f"<html><head><title>{HEADLINE} | Lakeside News</title>{head}</head><body>{body}</body></html>"


def article(beside: str = "", behind: str = "", within: str = "") -> str:
    return f"<div><h1>{HEADLINE}</h1>{beside}<p>{PROSE}</p>{within}<p>“{PROSE}”</p></div>{behind}"


@pytest.mark.parametrize(
    "behind",
    [
        f"<div><h2>More from Lakeside News</h2><div>{CARD}</div></div>",
        f'<h3>Related stories</h3><ul><li><a href="/2019">{OTHER}</a></li></ul>',
        f"<div><div>{CARD}</div><div>{CARD}</div></div>",
        f"<div><div><a href='/1'>{OTHER}</a> 11/7/2019</div><div><a href='/2'>{OTHER}</a> 11/8/2019</div></div>",
        f"<aside>{CARD}</aside>",
        f"<div hidden>{OTHER}</div><div style='display: none'>{OTHER}</div><template>{OTHER}</template>",
        f"<table><tr><td><ul><li><a href='/x'>{OTHER}</a> (11/7/2019)</li><li><a href='/y'>{OTHER}</a> (1/7/2018)</li>"
        "</ul></td><td></td></tr></table>",
    ],
)  # fmt: skip
def test_headlines_of_other_news_are_not_read(behind: str) -> None:
    for text in (
        of_html(page(article(behind=behind)), "x.html").text,
        of_html(page(behind + article()), "x.html").text,
    ):
        assert OTHER not in text
        assert text.count("one of 103 recipients") == 2


def test_a_line_within_the_text_that_leads_elsewhere_is_not_read() -> None:
    for label in ("READ MORE:", "Related:", "See also"):
        text = of_html(page(article(within=f"<p><b>{label}</b> <a href='/2019'>{OTHER}</a></p>")), "x.html").text
        assert OTHER not in text
        assert text.count("one of 103 recipients") == 2


def test_linked_items_and_tables_of_the_text_itself_are_read() -> None:
    items = "".join(f"<li><a href='/{n}'>Summer Success Seminar Series {n}</a></li>" for n in "ABC")
    figures = "<table><tr><td>First-year students</td><td>1,204</td></tr></table>"
    text = of_html(page(article(within=f"<ul>{items}</ul>{figures}")), "x.html").text
    assert all(f"Summer Success Seminar Series {n}" in text for n in "ABC")
    assert "1,204" in text


def test_a_page_that_is_a_list_of_news_is_read_as_one() -> None:
    cards = "".join(f"<div><a href='/{y}'>Lakeside receives {y} HEED Award</a> Oct. 4, {y}</div>" for y in (2019, 2021))
    text = of_html(page(f"<div>{cards}</div>"), "x.html").text
    assert "2019 HEED Award" in text
    assert "2021 HEED Award" in text


def test_the_text_below_a_linked_headline_goes_with_it() -> None:
    item = f"<div><div>{{}}</div><h2><a href='/2019'>{OTHER}</a></h2><p>Lakeside was one of 30.</p></div>"
    items = item.format("Nov. 7, 2019") + item.format("October 8, 2018")
    assert "one of 30" not in of_html(page(article(behind=f"<section>{items}</section>")), "x.html").text


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ('<meta property="og:site_name" content="Hart News">', "Hart News"),
        ('<script type="application/ld+json">{"publisher": {"name": "Hart News"}}</script>', "Hart News"),
        ('<script type="application/ld+json">{"publisher": ["Hart News"]}</script>', None),
        ("", None),
    ],
)  # fmt: skip
def test_the_publisher_is_the_one_that_the_page_names(head: str, publisher: str | None) -> None:
    assert of_html(page(article(), head), "x.html").publisher == publisher


def test_a_page_hidden_until_scripts_run_is_read() -> None:
    assert PROSE in of_html(page(f"<div style='visibility:hidden'>{article()}</div>"), "x.html").text


LD = '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2022-10-04"}]}</script>'
DAY = date(2022, 10, 4)


@pytest.mark.parametrize(
    ("head", "beside", "day"),
    [
        (LD, "", DAY),
        ('<meta property="article:published_time" content="2022-10-04T09:00:00Z">', "", DAY),
        ('<meta property="article:modified_time" content="2024-05-03T09:00:00Z">', "", None),
        ("", "<div>Posted Tuesday, Oct. 4, 2022 3:15 pm | Updated May 3, 2024</div>", None),
        ("", "<div>Posted Tuesday, Oct. 4, 2022 3:15 pm</div><div>Updated <time>May 3, 2024</time></div>", DAY),
        ("", "<div>Last updated</div><div>May 3, 2024</div>", None),
        ("", '<time datetime="2022-10-04T12:00:00Z">Tuesday</time>', DAY),
        ("", "", None),
    ],
)
def test_the_day_is_that_of_publication_and_no_other(head: str, beside: str, day: date | None) -> None:
    around = f"<p>Closed through Dec. 15, 2024, for repairs.</p>{article(beside)}<div>{CARD}{CARD}</div><p>© 2025</p>"
    assert of_html(page(around, head), "x.html").published_on == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("October 4, 2022", DAY), ("Oct. 4th, 2022", DAY), ("4 Oct 2022", DAY), ("04-Oct-2022 3 PM", DAY),
        ("10/4/22", DAY), ("10/04/2022", DAY), ("2022-10-04T09:00:00Z", DAY), ("Oct. 32, 2022; 10.4.2022", DAY),
        ("October 2022", None), ("2022", None), ("call 555-10-4-2022-7", None),
    ],
)  # fmt: skip
def test_days_as_pages_print_them(text: str, day: date | None) -> None:
    assert day_in(text) == day


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        ('<link rel="canonical" href="https://x.example/a">', "https://x.example/a"),
        (
            '<link rel="canonical" href="/a"><meta property="og:url" content="https://x.example/b">',
            "https://x.example/b",
        ),
        ('<base href="https://x.example/c">', "https://x.example/c"),
        ("<!-- saved from url=(0021)https://x.example/d -->", "https://x.example/d"),
        (
            '<link rel="canonical" href="https://web.archive.org/web/20170227083011/http://x.example/e">',
            "http://x.example/e",
        ),
        ("", None),
    ],
)
def test_the_address_of_the_page_itself(markup: str, url: str | None) -> None:
    assert of_html(page(article(), markup), "x.html").url == url


@pytest.mark.parametrize(
    "body",
    [
        f"<header><h1>Lakeside News</h1></header><h2>{HEADLINE}</h2>",
        f"<header><h1>{HEADLINE}</h1></header>",
        f'<div role="heading">{HEADLINE}</div>',
        "",
    ],
)
def test_the_title_is_the_headline_and_not_the_sites_name(body: str) -> None:
    assert of_html(page(f"{body}<p>{PROSE}</p>"), "x.html").title == HEADLINE


def test_text_that_stands_loose_is_read() -> None:
    cell = f"<h1>{HEADLINE}</h1>\nNot a month after.<br>&nbsp;<br>{PROSE}<br><br>The end."
    loose = f"<table><tr><td>{cell}</td></tr></table>"
    lines = [line for line in of_html(page(loose), "x.html").text.split("\n") if line]
    assert lines == [HEADLINE, "Not a month after.", PROSE, "The end."]


def test_nothing_is_no_page() -> None:
    assert page_of("") is None
    assert page_of("<!-- -->") is None


def test_what_stands_above_the_headline_and_a_next_article_are_not_read() -> None:
    contents = f"<ul><li>{OTHER}</li><li>{OTHER} again</li></ul>"
    following = f'<div><h1 class="t">{OTHER} once more today</h1><p>{PROSE.replace("2022", "2019")}</p></div>'
    body = contents + article().replace("<h1>", '<h1 class="t">') + following
    text = of_html(page(body), "x.html").text
    assert OTHER not in text
    assert "2019" not in text
    assert text.count("one of 103 recipients") == 2


def test_a_heading_that_is_a_link_leads_elsewhere() -> None:
    within = f'<h3><a href="/2019">{OTHER}</a></h3><h3>What the university did</h3>'
    text = of_html(page(article(within=within)), "x.html").text
    assert OTHER not in text
    assert "What the university did" in text


@pytest.mark.parametrize("title", [f"Lakeside :: {HEADLINE}", f"{HEADLINE} | Lakeside"])
def test_the_longest_part_of_a_title_without_a_headline(title: str) -> None:
    assert (
        of_html(f"<html><head><title>{title}</title></head><body><p>{PROSE}</p></body></html>", "x").title == HEADLINE
    )


def test_prose_with_links_days_and_words_of_labels_is_read() -> None:
    within = (
        "<p>Related to this, the university has opened its "
        "<a href='/b'>Bridge to Medicine Scholars Program</a> in "
        "the fall, with a dean of its own and rooms on the north campus.</p>"
        "<p>On Oct. 4, 2022, it opened the <a href='/c'>Center for Inclusive Excellence and Equity</a> on its campus, "
        "which had been asked for by students.</p><p>On Oct. 5, 2022, it began the <a href='/d'>Hart Family Summer "
        "Research Academy</a> for students of nearby schools, with forty places a year.</p>"
    )
    text = of_html(page(article(within=within)), "x.html").text
    for name in ("Bridge to Medicine", "Center for Inclusive", "Hart Family Summer"):
        assert name in text


def test_all_items_of_a_newsletter_are_read() -> None:
    items = "".join(f"<h1>{name} for all of us here</h1><p>{PROSE}</p>" for name in ("Camps", "Prizes", "Grants"))
    markup = f"<html><head><title>The Lakeside Letter</title></head><body><p>Dear all,</p>{items}</body></html>"
    text = of_html(markup, "x.html").text
    assert text.count("one of 103 recipients") == 3
    assert "Dear all" in text


def test_a_sites_name_at_the_foot_that_is_longer_than_the_headline_costs_no_text() -> None:
    foot = "<div><h3>The Lakeside University News Service</h3></div>"
    body = f"<h1>Lakeside wins HEED</h1><p>{PROSE}</p><p>{PROSE}</p>{foot}"
    head = "<title>Lakeside wins HEED | The Lakeside University News Service</title>"
    text = of_html(f"<html><head>{head}</head><body>{body}</body></html>", "x.html").text
    assert text.count("one of 103 recipients") == 2
