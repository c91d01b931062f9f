"""Chinese, in simplified characters."""

from __future__ import annotations

from dataclasses import dataclass

from liaison_atlas.layers.wording.languages.language import DateParts, DatePattern, DateRole, Distance, Language


@dataclass(frozen=True, kw_only=True)
class Chinese(Language):
    decade_of_century: str

    def _exact_date(self, date_parts: DateParts, role: DateRole) -> str:
        century, decade = divmod(date_parts.first[0], 100)
        if date_parts.shape is DatePattern.DECADE and decade:
            # 1930 to 1939 are "the thirties of the 20th century".
            return self.decade_of_century.format(century=century + 1, decade=decade)
        return super()._exact_date(date_parts, role)


LANGUAGE = Chinese(
    tag="zh",
    decade_of_century="{century}世纪{decade}年代",
    and_="和",
    or_="或",
    comma="、",
    semicolon="；",
    full_stop="。",
    word_space="",
    months=tuple(f"{month}月" for month in range(1, 13)),
    seasons={
        **{21: "春", 22: "夏", 23: "秋", 24: "冬"},
        **{33: "第一季度", 34: "第二季度", 35: "第三季度", 36: "第四季度"},
        **{37: "前三分之一", 38: "中三分之一", 39: "后三分之一", 40: "上半年", 41: "下半年"},
    },
    hemispheres=("{}（北半球）", "{}（南半球）"),
    year="{}年",
    year_bc="公元前{}年",
    dates={
        DatePattern.DAY: "{year}{month}{day}日",
        DatePattern.MONTH: "{year}{month}",
        DatePattern.SEASON: "{year}{season}",
        DatePattern.YEAR: "{year}",
        DatePattern.DECADE: "{number}至{last_number}年间",
        DatePattern.CENTURY: "{year}至{last_year}",
        DatePattern.DAYS: "{first}与{last}之间",
    },
    about="约{}",
    doubtful="{}（可能）",
    old_style="{written}（儒略历），即公历{new}",
    from_to="{start}至{end}",
    from_on="{}起，此后一直持续",
    from_to_unknown="{}起，结束时间不详",
    before_and_until="此前一直到{}",
    from_unknown_until="至{}，开始时间不详",
    between="{start}与{end}之间",
    or_later="{}或以后",
    or_earlier="{}或以前",
    no_time="没有来源说明时间",
    units=(("{}年",), ("{}个月",), ("{}天",)),
    unit_separator="零",
    before=Distance("“{other}”之前", "紧接“{other}”之前", "“{other}”{distance}前"),
    after=Distance("“{other}”之后", "紧接“{other}”之后", "“{other}”{distance}后"),
    last_before="“{other}”之前的最后一个",
    seen="有记载：{}",
    not_before="不早于{}",
    not_after="不晚于{}",
    inferred="{limit}（推断自{rule}：{subject}）",
    inference_rules={
        "life": "生卒年",
        "death": "死亡",
        "station": "站点",
        "organisation": "组织",
        "succession": "先后次序",
    },
    lived="{born}—{died}",
    born="生于{born}",
    died="卒于{died}",
    page="第{}页",
    pages="第{}页",
    sentence="第{}句",
    purpose_is="目的：{}",
    post_title="{person}，{title}",
    rests_on="依据{}。",
    no_source="未依据任何来源。",
    read_after="转引自{}。",
    partly_read_after="部分转引自{}。",
    read_after_kinds={"scholarship": "学术著作"},
    kinds={
        "scholarship": "学术研究",
        "archive": "档案文献",
        "memoir": "回忆录",
        "encyclopedia": "工具书",
        "popular": "通俗读物",
        "partisan": "党派性来源",
    },
    fiction_reason="仅依据虚构作品。",
    partisan_reason="仅依据党派性来源。",
    cited_after="转引自{}",
    main_strand="史料记载",
    fiction_strand="虚构",
    fiction_note="这些都没有发生过。",
)
