"""Chinese, in simplified characters."""

from __future__ import annotations

from maps.pages.words.page_words import CountWords, FrontWords, PageWords, Plural

WORDS = PageWords(
    tag="zh",
    report_title="史料的自我说明",
    counts=CountWords(
        stations=Plural("{n}个站点"),
        heads=Plural("{n}项职务"),
        couriers=Plural("{n}次行程"),
        raids=Plural("{n}起事件"),
        perhaps="{counted}（可能）",
        of_them_perhaps="{counted}（其中{n}可能）",
        separator="；",
        nothing="没有来源将任何内容定于本年",
    ),
    front=FrontWords(
        title_with_subtitle="{title}：{subtitle}",
        languages="语言",
        open_atlas="打开地图集",
        years="逐年",
        poster="海报",
        poster_of="海报：{year}（供打印）",
        evidence="依据",
        figures="有据的说法{attested}项，仅依据党派性来源的{partisan}项，有争议的{contested}项；共引用来源{sources}种。",
        strands="其他说法只在要求时才绘出，并标有横幅，别处一概不计：",
        strand="{title}（{count}）。",
        marks="实心标记表示在所示年份确定存在，空心标记表示可能存在。除非卡片另有说明，联络线均为推测。点击任何标记，都可看到其背后的说法及来源。",
        report="{title}：每一年的依据、来源之间的分歧，以及没有来源说明的内容。",
        files="供其他程序使用",
        file="{name}（{count}）",
        manifest="{name}，列出每个文件及其SHA-256",
        credits="数据：{licence}。城镇位置依据GeoNames，CC BY 4.0。陆地：Natural Earth。使用folium制作。",
    ),
)
