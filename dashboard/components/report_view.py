"""The report on the page, as the HTML file has it."""

from base64 import b64encode
from functools import cache
from html import escape

from dashboard.components import frame
from dashboard.report.html_file import STYLE, section_html
from dashboard.report.model import Figure, Report, captions


def show_report(report: Report) -> None:
    """Every section of the report under its heading, with a list of them before."""
    told = captions(report.sections)
    items = "".join(f'<li><a href="#{section.key}">{escape(section.title)}</a></li>' for section in report.sections)
    contents = f'<nav class="r-contents" aria-label="Contents of the report"><ol>{items}</ol></nav>'
    sections = "".join(section_html(report, section, told, _picture) for section in report.sections)
    frame.show(_style())
    frame.show(f'<article class="aw r-report">{contents}{sections}</article>')


def _picture(figure: Figure, _prefix: str) -> str:
    """As an image: Streamlit takes out of an inline SVG what its letters are made of."""
    content = b64encode(figure.png).decode()
    return f'<img src="data:image/png;base64,{content}" alt="{escape(figure.alt)}">'


@cache
def _style() -> str:
    """The style of the file, for what stands inside the report alone, in the colours of the theme chosen."""
    rules = STYLE.read_text(encoding="utf-8").partition("/* blocks */")[2].partition("/* print */")[0]
    colours = "".join(f"--{name}: var(--aw-{name});" for name in ("paper", "panel", "ink", "soft", "line", "accent"))
    return f"<style>.stApp .aw.r-report {{ {colours} max-width: 54rem; {rules} }}</style>"
