"""German."""

from __future__ import annotations

from liaison_atlas.layers.wording.languages.language import DateParts, DatePattern, DateRole, Distance, Language


class German(Language):
    def date(self, date_parts: DateParts, role: DateRole = DateRole.ALONE) -> str:
        if date_parts.approximate and role is DateRole.ALONE and date_parts.shape is DatePattern.YEAR:
            return f"um {self._exact_date(date_parts, role)}"
        return super().date(date_parts, role)

    # "Von dem" is always contracted to "vom".
    def _from_to(self, start: DateParts, end: DateParts) -> str:
        return super()._from_to(start, end).replace("von dem ", "vom ")

    def _from(self, start: DateParts) -> str:
        article = "dem " if start.shape is DatePattern.DAY and not start.approximate else ""
        return article + self.date(start, DateRole.FROM)

    def _to(self, end: DateParts) -> str:
        plural = end.shape in (DatePattern.DECADE, DatePattern.CENTURY)
        return ("bis in " if plural and not end.approximate else "bis ") + self.date(end, DateRole.TO)


LANGUAGE = German(
    tag="de",
    and_=" und ",
    or_=" oder ",
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
    seasons={
        **{21: "Frühjahr", 22: "Sommer", 23: "Herbst", 24: "Winter"},
        **{33: "1. Quartal", 34: "2. Quartal", 35: "3. Quartal", 36: "4. Quartal"},
        **{37: "erstes Drittel", 38: "zweites Drittel", 39: "letztes Drittel", 40: "erste Hälfte", 41: "zweite Hälfte"},
    },
    hemispheres=("{} (Nordhalbkugel)", "{} (Südhalbkugel)"),
    year_bc="{} v. Chr.",
    dates={
        DatePattern.DAY: "{day}. {month} {year}",
        DatePattern.MONTH: "{month} {year}",
        DatePattern.SEASON: "{season} {year}",
        DatePattern.YEAR: "{year}",
        DatePattern.DECADE: "die {year}er Jahre",
        (DatePattern.DECADE, DateRole.FROM): "den {year}er Jahren",
        DatePattern.CENTURY: "die Jahre {year} bis {last_year}",
        (DatePattern.CENTURY, DateRole.FROM): "den Jahren {year} bis {last_year}",
        DatePattern.DAYS: "zwischen dem {first} und dem {last}",
    },
    about="etwa {}",
    doubtful="{}, vielleicht",
    old_style="{written} (alten Stils), {new}",
    from_to="von {start} {end}",
    from_on="ab {}, ohne Ende",
    from_to_unknown="ab {}, Ende unbekannt",
    before_and_until="schon zuvor und {}",
    from_unknown_until="{}, Beginn unbekannt",
    between="zwischen {start} und {end}",
    or_later="{} oder später",
    or_earlier="{} oder früher",
    no_time="zu einer Zeit, die keine Quelle nennt",
    units=(("{} Jahr", "{} Jahre"), ("{} Monat", "{} Monate"), ("{} Tag", "{} Tage")),
    unit_separator=" und ",
    before=Distance("vor „{other}“", "unmittelbar vor „{other}“", "{distance} vor „{other}“"),
    after=Distance("nach „{other}“", "unmittelbar nach „{other}“", "{distance} nach „{other}“"),
    last_before="als Letztes vor „{other}“",
    seen="belegt: {}",
    not_before="nicht vor {}",
    not_after="nicht nach {}",
    inferred="{limit} (erschlossen aus {rule}: {subject})",
    inference_rules={
        "life": "dem Leben",
        "death": "dem Tod",
        "station": "der Station",
        "organisation": "der Organisation",
        "succession": "der Reihenfolge",
    },
    born="geboren: {born}",
    died="gestorben: {died}",
    page="S. {}",
    pages="S. {}",
    sentence="Satz {}",
    purpose_is="Zweck: {}",
    rests_on="Die Angabe beruht auf {}.",
    no_source="Die Angabe beruht auf keiner Quelle.",
    read_after="Sie wird zitiert nach {}.",
    partly_read_after="Sie wird zum Teil zitiert nach {}.",
    read_after_kinds={"scholarship": "wissenschaftlicher Literatur"},
    kinds={
        "scholarship": "Forschung",
        "archive": "Archivalien",
        "memoir": "Erinnerungen",
        "encyclopedia": "einem Nachschlagewerk",
        "popular": "einer populären Darstellung",
        "partisan": "einer parteilichen Quelle",
    },
    fiction_reason="Die Angabe beruht allein auf Fiktion.",
    partisan_reason="Die Angabe beruht allein auf parteilichen Quellen.",
    cited_after="zitiert nach {}",
    main_strand="Die Überlieferung",
    fiction_strand="Fiktion",
    fiction_note="Nichts davon ist geschehen.",
)
