"""The pages: atlas, year pages, front page, report and the review of places, with their templates and fonts."""
