"""``report.html`` and ``report.json``: the evidence of a data set, for readers who must judge its reliability.

`maps.pages.report.report_data` makes one document; the page shows it and the JSON file contains it.
"""

from liaison_atlas.maps.pages.report.report_data import report_document, report_json, report_json_parts
from liaison_atlas.maps.pages.report.report_html import report_page

__all__ = ["report_document", "report_json", "report_json_parts", "report_page"]
