"""``report.html`` and ``report.json``: what the evidence says about itself, for whoever must decide on trust.

`maps.pages.report.report_data` makes one document of data; the page shows it and the JSON file is it.
"""

from maps.pages.report.report_data import report_document, report_json, report_json_parts
from maps.pages.report.report_html import report_page

__all__ = ["report_document", "report_json", "report_json_parts", "report_page"]
