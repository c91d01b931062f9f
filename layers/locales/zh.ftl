### See en.ftl for notes to translators.

ownName = 中文
direction = ltr
language = 语言

# Only the number, except in 公元前47年.
yearText = { ERA($year) ->
    [bc] { YEAR($year) }年
   *[ad] { YEAR($year) }
}

# In a sentence 年 follows YEAR().
beforeChrist = 公元前{ $figure }

writtenIn = { $language ->
    [en] 英文
    [de] 德文
    [ru] 俄文
    [zh] 中文
   *[other] { $language }
}

month = { $month ->
    [1] 一月
    [2] 二月
    [3] 三月
    [4] 四月
    [5] 五月
    [6] 六月
    [7] 七月
    [8] 八月
    [9] 九月
    [10] 十月
    [11] 十一月
   *[12] 十二月
}

monthIn = { month }

monthShort = { $month ->
    [1] 1月
    [2] 2月
    [3] 3月
    [4] 4月
    [5] 5月
    [6] 6月
    [7] 7月
    [8] 8月
    [9] 9月
    [10] 10月
    [11] 11月
   *[12] 12月
}

skip = 转到地图所示全部内容的文字列表
map = 地图。方向键移动，加号和减号缩放。图上所示全部内容均见列表。
timeline = 时间轴
year = 年份
play = 逐年播放
pause = 暂停
back = 上一年
forward = 下一年
zoomIn = 放大
zoomOut = 缩小
wholeMap = 显示整个网络
tools = 视图与设置
close = 关闭
list = 列表
layersButton = 图层
legend = 图例
about = 关于
dark = 深色
light = 浅色
toDark = 深色样式
toLight = 浅色样式
otherYears = 其他年份
wholeAtlas = 完整地图集
selection = 所选内容
backToList = 本年全部内容
backToStrand = 返回：{ $title }
find = 查找
layerControl = 网络的年份
broken = 无法显示地图集：数据无法读取。请重新生成页面，或用较新的浏览器打开。

layers-title = 地图显示的内容
layers-group = 图层
layers-stations = 站点
layers-heads = 负责人
layers-people = 其他人员（放大时显示）
layers-couriers = 交通员与行程
layers-raids = 搜查及其他事件
layers-liaison = 联络线
layers-certaintyGroup = 确定程度
layers-possible = 有记载的和可能的
layers-certain = 只限有记载且确定的
layers-undated = 也显示没有来源说明时间的内容
layers-strandGroup = 哪一种记述
layers-onlyGroup = 只显示
layers-onlyKinds-contested = 有争议的说法：来源说法不一
layers-onlyKinds-partisan = 仅依据党派性来源的说法
layers-styleGroup = 样式
layers-system = 跟随系统

onlyBanner-contested = 只显示有争议的说法
onlyBanner-partisan = 只显示党派性来源
onlyBanner-both = 只显示有争议的说法及党派性来源

counts-stations = { $all }个站点
counts-heads = { $all }位负责人
counts-people = { $all }位其他人员
counts-journeys = { $all }次行程
counts-events = { $all }起事件

counts-allPerhaps = { $counted }，{ $all ->
    [1] 为可能
   *[other] 均为可能
}

counts-somePerhaps = { $counted }，其中{ $perhaps }{ $kind ->
    [stations] 个
    [people] 位
    [journeys] 次
   *[events] 起
}为可能

counts-nothing = 没有来源提及任何内容
counts-undated = { $all }项无日期

kinds-station = 站点
kinds-post = 职务
kinds-journey = 行程
kinds-event = 事件
kinds-tie = 关系
kinds-person = 人物
kinds-place = 地点
kinds-source = 来源

certaintyStyles-certain = 本年有记载
certaintyStyles-lessCertain = 有记载，较不确定
certaintyStyles-possible = 本年可能
certaintyStyles-conjectured = 推测
certaintyStyles-undated = 无日期：没有来源说明时间
certaintyStyles-contested = 有争议的说法：来源说法不一
certaintyStyles-partisan = 仅有党派性来源
certaintyStyles-somewhere = 某国境内某处
certaintyStyles-accuracy = 其所在的范围
certaintyStyles-fiction = 虚构
certaintyStyles-cluster = 此处还有更多：点击展开

legendParts-title = 图例
legendParts-stations = 站点
legendParts-people = 人物
legendParts-head = 站点负责人
legendParts-person = 其他人员
legendParts-lines = 路线
legendParts-events = 事件
legendParts-sureness = 确定程度
legendParts-journey = 行程，由宽端到箭头
legendParts-openJourney = 另一端没有来源说明的行程：线条在那里淡出
legendParts-liaison = 联络线
legendParts-intro = 形状表示是什么；画法表示所知有多确定。

card-when = 时间
card-noDate = 没有来源说明时间
card-inYear = { YEAR($year) }年
card-holds-0 = 否
card-holds-1 = 不详：无日期
card-holds-2 = 可能：日期允许，但不足以确定
card-holds-3 = 是：这一时期有记载
card-inferred = 推断
card-sure = 确定程度
card-certainty-0 = 确定
card-certainty-1 = 较不确定
card-certainty-2 = 不确定
card-inStory = { $sure }（仅就虚构故事而言）
card-standing = 依据
card-standings-0 = 有据
card-standings-1 = 党派性来源
card-standings-2 = 虚构
card-contested = 有争议
card-sourcesDiffer = 来源说法不一：
card-rank-0 = 在相互竞争的说法中优先采用
card-rank-1 = {""}
card-rank-2 = 因采用另一说法而搁置
card-where = 地点
card-nowhere = 没有来源说明地点
card-notLocated = 位置未定
card-way = 路线
card-from = 自
card-via = 经
card-to = 至
card-unknownOrigin = 没有来源说明出发地
card-unknownDestination = 没有来源说明目的地
card-within = 误差约{ $distance }
card-somewhere = { $country }境内某处
card-renamed = { $then }（今{ $now }）
card-inCountry = { $place }，{ $country }
card-metres = { $metres }米
card-kilometres = { $kilometres }公里
card-at = 所属
card-who = 人物
card-others = 各来源的分歧
card-reading = 地图采用哪一种说法
card-takeReading = 仅此一种：{ $label }
card-authorsReading = 按地图集的排序
card-sources = 来源
card-noSources = 没有标明自己的来源
card-also = 另引
card-strip = 历年情况
card-lifeLine = 地图上的线按时间先后连接这些地点，并不表示所走的路线。
card-stationStrip = 历年负责人与人员
card-people = 此处人员
card-events = 相关事件
card-journeys = 行程
card-posts = 职务
card-otherPosts = 同一人的其他职务
card-colleagues = 同时在该站者
card-postsThen = 当时的职务
card-eventsThen = 当时的事件
card-journeysThen = 当时的行程
card-amongTwo = 两人之间
card-restsOn = 以此为据的内容
card-allOf = 以此来源为据的全部内容
card-ties = 关系
card-reports = 上级
card-reportsFrom = 下级
card-liaisonSure-0 = 确定
card-liaisonSure-1 = 推测
card-liaisonSure-2 = 假设
card-stations = 站点
card-more = 其他地方
card-aliases = 又名
card-identifiers = 标识符
card-life = 生卒
card-names = 名称
card-until = 至{ YEAR($year) }年
card-since = 自{ YEAR($year) }年
card-between = { YEAR($from) }—{ YEAR($to) }年
card-showYear = 显示{ YEAR($year) }年
card-showOnMap = 在地图上显示
card-inAtlas = 在完整地图集中查看
card-placeOf = 地点：{ $name }

listParts-title = { YEAR($year) }年的全部内容
listParts-stations = 站点
listParts-heads = 负责人
listParts-people = 其他人员
listParts-journeys = 交通员与行程
listParts-events = 搜查及其他事件
listParts-liaison = 联络线
listParts-ties = 人物关系
listParts-tray = 无日期：没有来源说明时间（{ $all }项）
listParts-trayText = 只计一次，不归入任何年份；选择后才绘于地图。
listParts-drawTray = 也绘于地图
listParts-hideTray = 不绘于地图
listParts-perhaps = 可能
listParts-undated = 无日期
listParts-offMap = 不在地图上
listParts-contested = 有争议
listParts-partisan = 仅有党派性来源
listParts-setAside = 已搁置，不在地图上
listParts-empty = 在这些设置下，没有来源提及{ YEAR($year) }年的任何内容。
listParts-more = 显示更多（还有{ $rest }项）
listParts-liaisonLine = { $from }—{ $to }

graph-button = 网络
graph-toMap = 地图
graph-map = 本年的网络。全部内容见“网络”面板的表格。
graph-title = { YEAR($year) }年的网络
graph-intro = 谁与谁有联系，经由哪个站点。实线为职务，点线为联络线，虚线为两人之间的关系；细线或疏点表示日期或来源未能确定者，短虚线为推测，≠为有争议，半实心圆为仅依据党派性来源者。人物按其职务与关系中最确定的一项绘制。
graph-name = 名称
graph-degree = 联系
graph-betweenness = 居间
graph-tableCaption = { YEAR($year) }年的人物与站点，按联系多少排列
graph-bestOf = 共{ $all }个，显示联系最多的{ $shown }个。
graph-measuresText = “联系”是与之相连者的数目。“居间”是另外两者之间的最短路径中经过其者所占的比例。二者只计来源所述，因此既反映网络，也反映来源。
graph-noTies = 没有来源说明{ YEAR($year) }年谁与谁有联系。
graph-raids = 来源所记的搜查与逮捕
graph-reckoned = 由此网络推算；没有来源这样说
graph-cutOff = 若去掉受打击者，以下各方与此网络的其余部分就不再相通：
graph-cutNothing = 若去掉受打击者，此网络中其余各方仍会彼此相通。

graph-cutNobody = { $raids ->
   *[other] 此网络中没有站点或人物受其打击。
}

compare-button = 比较
compare-title = 两幅图并列
compare-group = 将此图与之比较
compare-none = 不比较
compare-year = 另一年
compare-certainty = 其自身：有记载且确定的，以及连同可能的
compare-otherYear = 另一年份
compare-certain = 有记载且确定的
compare-possible = 有记载的和可能的
compare-how = 移动地图上的分界线，可多看其中一幅。
compare-handle = 两幅图的分界
compare-value = 左为{ $left }，右为{ $right }
compare-both = 两边共有{ $number }条。
compare-only = 仅见于“{ $side }”

aboutParts-title = 关于
aboutParts-reading = 如何阅读
aboutParts-readingText = 每个标记至少依据一个注明的来源。选择一个标记或列表中的一行，即可看到所述内容、确定程度、出自何人，以及与之矛盾的说法。屏幕状态保存在网址中：复制网址即可与他人分享。
aboutParts-kindsOfSource = 各类来源的含义
aboutParts-sources = 来源
aboutParts-borders = 边界：{ $attribution }（{ $licence }）。不属于数据。
aboutParts-positions = 地点位置来源：{ $names }
aboutParts-ground = 陆地轮廓：Natural Earth。使用 folium 制作。
aboutParts-software = 软件、陆地轮廓与字体
aboutParts-data = 数据
aboutParts-dataLicence = 数据按 { $title } 发布：
aboutParts-version = 数据版本 { $data }，由 Liaison Atlas { $program } 绘制

sourceKinds-scholarship-0 = 学术研究
sourceKinds-scholarship-1 = 注明来源并经编辑或出版社审定的研究。
sourceKinds-archive-0 = 档案
sourceKinds-archive-1 = 事件本身留下的文件，存于档案或已刊印。
sourceKinds-memoir-0 = 回忆录
sourceKinds-memoir-1 = 亲历者事后凭记忆所述，难免有自己的立场。
sourceKinds-encyclopedia-0 = 工具书
sourceKinds-encyclopedia-1 = 对他人研究结果的概述。
sourceKinds-popular-0 = 通俗读物
sourceKinds-popular-1 = 未注明来源，或未经编辑与出版社审定。
sourceKinds-partisan-0 = 党派性来源
sourceKinds-partisan-1 = 为争论取胜而写。仅依据此类来源的说法标为党派性来源。
sourceKinds-fiction-0 = 虚构
sourceKinds-fiction-1 = 虚构之作，与史料记载分开。

findParts-title = 查找
findParts-field = 查找人名、地名、年份或来源
findParts-example = 人名、地名、年份、来源
findParts-results = 查找结果
findParts-hint = 任何文字的人名与化名、地点的旧名与今名、事件、行程和来源。多个词可缩小范围。

findParts-found = { $all ->
    [0] 未找到
   *[other] 找到{ $all }项
}

findParts-foundShown = 找到{ $all }项，显示{ $shown }项
findParts-some = { $kind }：{ $all }项中的{ $shown }项
findParts-kinds-station = 站点
findParts-kinds-person = 人物
findParts-kinds-place = 地点
findParts-kinds-event = 事件
findParts-kinds-journey = 行程
findParts-kinds-post = 职务
findParts-kinds-tie = 关系
findParts-kinds-source = 来源
findParts-by = 作“{ $name }”
findParts-inYear = { YEAR($year) }年
findParts-years = { YEAR($from) }年至{ YEAR($to) }年
findParts-entries = { $number }条
findParts-keys = 单键：/ 打开查找，空格键逐年播放

sortParts-title = 按“{ $by }”排序
sortParts-columns-kind = 类别
sortParts-columns-name = 名称
sortParts-columns-place = 地点
sortParts-columns-date = 时间
sortParts-columns-certainty = 确定程度
sortParts-show = 在地图上显示：{ $label }
sortParts-onMap = 在地图上
sortParts-perhaps = 本年可能
sortParts-liaison = 联络线
sortParts-pages = 列表页
sortParts-shown = 第{ $from }–{ $to }项，共{ $all }项
sortParts-previous = 上一页
sortParts-next = 下一页

shareParts-button = 分享此视图
shareParts-title = 分享此视图
shareParts-intro = 两者均指向地图当前所示：年份、地点、所选内容与设置。
shareParts-link = 链接
shareParts-linkNote = 文件在本机上。若供他人使用，请放在他们能打开的位置；# 之后的部分不变。
shareParts-frame = 用于您自己的网页
shareParts-frameNote = 请将此文件与该网页放在一起。
shareParts-copyLink = 复制链接
shareParts-copyFrame = 复制用于网页
shareParts-copied = 已复制
shareParts-byHand = 已选中：请按 Ctrl+C（Mac 上按 Command+C）

printParts-sources = 来源
printParts-cited = 引自
printParts-cut = 共{ $all }条，此为前{ $shown }条。若只显示有记载且确定的，打印的条目会少一些。
printParts-licence = 数据：{ $title }

time-monthOf = { YEAR($year) }年{ $monthName }

time-range = { ERA($from) ->
    [bc] { YEAR($from) }年
   *[ad] { YEAR($from) }
}–{ ERA($to) ->
    [bc] { YEAR($to) }年
   *[ad] { YEAR($to) }
}

time-value = { $period }：{ $counts }
time-rangeSpoken = { YEAR($from) }年至{ YEAR($to) }年
time-firstYear = 起始年份
time-rangeButton = 年份范围
time-monthsButton = 按月查看
time-noMonths = 按月：本年没有来源记载到月份
time-months = { YEAR($year) }年各月

time-monthButton = { YEAR($year) }年{ month }，{ $dated ->
    [0] 无日期记载
   *[other] 有日期记载{ NUMBER($dated, useGrouping: 0) }项
}

time-speed = 速度 { $speed }×
time-previousMonth = 上个月
time-nextMonth = 下个月
time-earlier = 范围提前一年
time-later = 范围推后一年
time-heldIn-range = { YEAR($from) }年至{ YEAR($to) }年
time-heldIn-month = { YEAR($year) }年{ monthIn }
time-listTitle-range = { YEAR($from) }年至{ YEAR($to) }年的全部内容
time-listTitle-month = { YEAR($year) }年{ monthIn }的全部内容
time-networkTitle-range = { YEAR($from) }年至{ YEAR($to) }年的网络
time-networkTitle-month = { YEAR($year) }年{ monthIn }的网络
time-listEmpty = 在这些设置下，没有来源提及这段时间的任何内容。
time-chart = 年份图表
time-chartCertain = 实心：有记载且确定
time-chartPossible = 斜线：较不确定，或仅为可能
time-chartUndated = 没有来源说明时间的内容不在任何一柱中。
time-chartKinds-stations = 站点
time-chartKinds-people = 人物
time-chartKinds-journeys = 行程
time-chartKinds-events = 事件
time-chartStrike = 当年有搜查或逮捕
time-dated = 一年中的月份
time-datedEvent = 有确切日期的事件
time-datedRaid = 有确切日期的搜查或逮捕
time-datedJourney = 有确切日期的行程
time-datedMonth = 只知月份，未载日期

kiosk-touch = 触摸屏幕开始
kiosk-stillThere = 您还在吗？
kiosk-backIn = { NUMBER($seconds, useGrouping: 0) }秒后回到开头
kiosk-touchToStay = 触摸屏幕任意处继续
kiosk-bar = 浏览方式
kiosk-tour = 导览
kiosk-stopOf = 第{ $stop }站，共{ $all }站
kiosk-next = 下一站
kiosk-previous = 上一站
kiosk-playTour = 播放
kiosk-pauseTour = 暂停
kiosk-begin = 前往第一站
kiosk-index = 人物与地点
kiosk-letters = 首字
kiosk-people = 人物
kiosk-places = 地点
kiosk-show = 显示内容
kiosk-contrast = 高对比度
kiosk-largeType = 大字
kiosk-turn = 翻转画面
kiosk-startOver = 重新开始
kiosk-shorter = 来源（简称）
kiosk-inFull = 来源全文
kiosk-up = 向上
kiosk-down = 向下
kiosk-still = 地图集马上回来。
kiosk-staff-title = 工作人员
kiosk-staff-code = 密码
kiosk-staff-wrong = 密码不正确。
kiosk-staff-erase = 删除
kiosk-staff-enter = 打开
kiosk-staff-program = 程序版本
kiosk-staff-data = 数据版本
kiosk-staff-shown = 所示内容的校验值
kiosk-staff-release = 发布
kiosk-staff-uptime = 本页已运行
kiosk-staff-machineUptime = 外壳已运行
kiosk-staff-made = 其间生成的页面
kiosk-staff-sessions = 本页生成以来的访问次数
kiosk-staff-memory = 脚本内存
kiosk-staff-elements = 页面元素
kiosk-staff-duration = { NUMBER($hours, useGrouping: 0) }小时{ $minutes }分
kiosk-staff-megabytes = { NUMBER($size, useGrouping: 0) } MB
kiosk-staff-unknown = 浏览器未提供
kiosk-staff-countersOff = 计数器已关闭。
kiosk-staff-countersOn = 计数器已开启：按小时记录访问、年份、站点和语言，仅在本机。
kiosk-staff-save = 把计数保存为文件
kiosk-staff-forget = 删除计数
kiosk-staff-saved = 文件已交给浏览器。

poster-inThisYear = 这一年
poster-quiet = 没有关于本年事件或行程的记载；图中所示均延续自此前。
poster-newPosts = 开始的任职
poster-moreHere = 此处另有多项
poster-inPlace = { $label }，{ $place }
poster-more = 另有{ $rest }项
poster-undated = { $all }项无日期，未绘出
poster-landOutlines = 陆地轮廓：Natural Earth
poster-projection = 兰伯特等积方位投影
poster-page = {""}
poster-pages = {""}
poster-sentence = {""}
poster-sentences = {""}
poster-comma = 、

## The front page

front-counts-stations = { $n }个站点
front-counts-heads = { $n }项职务
front-counts-couriers = { $n }次行程
front-counts-raids = { $n }起事件
front-counts-perhaps = { $counted }（可能）
front-counts-ofThemPerhaps = { $counted }（其中{ $n }可能）
front-counts-separator = ；
front-counts-nothing = 没有来源将任何内容定于本年
front-titleWithSubtitle = { $title }：{ $subtitle }
front-languages = 语言
front-openAtlas = 打开地图集
front-years = 逐年
front-poster = 海报
front-posterOf = 海报：{ $year }（供打印）
front-evidence = 依据
front-figures = 有据的说法{ $attested }项，仅依据党派性来源的{ $partisan }项，有争议的{ $contested }项；共引用来源{ $sources }种。
front-strands = 其他说法只在要求时才绘出，并标有横幅，别处一概不计：
front-strand = { $title }（{ $count }）。
front-marks = 实心标记表示在所示年份确定存在，空心标记表示可能存在。除非卡片另有说明，联络线均为推测。点击任何标记，都可看到其背后的说法及来源。
front-report = { $title }：每一年的依据、来源之间的分歧，以及没有来源说明的内容。
front-files = 供其他程序使用
front-file = { $name }（{ $count }）
front-manifest = { $name }，列出每个文件及其SHA-256
front-credits = 数据：{ $licence }。城镇位置依据GeoNames，CC BY 4.0。陆地：Natural Earth。使用folium制作。

## The report

report-title = 史料的自我说明
report-tables-stations = 站点
report-tables-posts = 职务
report-tables-journeys = 行程
report-tables-events = 事件
report-tables-ties = 人物关系
report-rowKinds-station = 站点
report-rowKinds-post = 职务
report-rowKinds-journey = 行程
report-rowKinds-event = 事件
report-rowKinds-tie = 关系
report-rowKinds-person = 人物
report-rowKinds-place = 地点
report-sourceKinds-scholarship = 学术研究
report-sourceKinds-archive = 档案文献
report-sourceKinds-memoir = 回忆录
report-sourceKinds-encyclopedia = 工具书
report-sourceKinds-popular = 通俗读物
report-sourceKinds-partisan = 党派性来源
report-sourceKinds-fiction = 虚构
report-standings-attested = 有据
report-standings-partisan = 党派性来源
report-standings-fiction = 虚构
report-row-when = 时间
report-row-noDate = 没有来源说明时间
report-row-where = 地点
report-row-who = 人物
report-row-howSure = 确定程度
report-row-standing = 依据
report-row-preferred = 优先于其他说法
report-row-setAsideByRank = 因等级而搁置
report-row-setAsideForRival = 因另一说法优先而搁置
report-row-identifiers = 标识符
report-row-touched = 涉及
report-row-reportedTo = 上级
report-row-withSureness = { $station }（{ $sureness }）
report-row-way = 路线
report-row-legFrom = 从{ $place }
report-row-legVia = 经{ $place }
report-row-legTo = 至{ $place }
report-row-purpose = 目的
report-row-station = 站点
report-row-today = { $then }（今{ $today }）
report-row-somewhere = { $country }某处
report-description = 地图集中各项说法逐年的依据，以及来源之间的分歧。
report-lead = 供需要判断此图可信程度的读者参考：它的依据、来源之间的分歧，以及没有来源说明的内容。
report-contents = 目录
report-claimsTitle = 说法统计
report-yearsTitle = 每一年的依据
report-disagreementsTitle = 来源之间的分歧
report-sourcesTitle = 来源
report-coverageTitle = 读过的文献
report-unsaidTitle = 没有来源说明的内容
report-problemsTitle = 检查结果
report-none = 0
report-noneFirst = 0
report-claims = { $n }项说法
report-sources = { $n }种来源
report-citations = { $n }处引用
report-sentences = { $n }句
report-opening = 史料记载共有{ $claims }，涵盖{ $first }至{ $last }年。其中{ $attested }，{ $partisan }。{ $contested }。
report-attested = { $n }项有据
report-partisan = { $n }项仅依据党派性来源
report-contested = { $n }项有争议
report-cites = 这些说法引用{ $sources }，共{ $citations }，{ $withoutPage }。
report-withoutPage = 其中{ $n }处未注明页码
report-onOneSource = { $n }项说法仅依据一种来源。
report-undated = { $n }项说法无日期：没有来源说明时间。
report-withoutPlace = { $n }项说法无地点：没有来源说明地点。
report-setAside = { $n }项说法因另一说法优先而搁置，但此处仍计入。
report-reading = { $read }，{ $through }，引用中已注明“转引自”。{ $atFirstHand }，{ $throughAlone }。
report-readCitations = { $n }处引用直接读过的著作
report-throughCitations = { $n }处引用仅经由其他著作得知的著作
report-atFirstHand = { $n }项说法仅依据直接读过的内容
report-throughAlone = { $n }项仅依据经由其他著作读到的内容
report-byTable = 说法，按内容分类
report-byCertainty = 说法，按来源的确定程度或我们解读的确定程度分类
report-bySourceKind = 说法，按来源类别分类。引用两类来源的说法列于两行。
report-kindColumn = 类别
report-certaintyColumn = 确定程度
report-attestedColumn = 有据
report-partisanColumn = 党派性来源
report-allColumn = 合计
report-contestedColumn = 有争议
report-allClaims = 全部说法
report-sourceKindColumn = 来源类别
report-sourcesColumn = 来源
report-citingColumn = 引用此类的说法
report-aloneColumn = 仅依据此类的说法
report-fictionBanner = 虚构：{ $title }
report-strandClaims = 此叙述的说法{ $n }项，单独计数
report-furtherClaims = 另有{ $n }项说法属于此叙述（{ $tables }）。本页其他统计均不计入；凡提及之处，页面均如此显示。
report-termsTitle = 用语说明
report-term-attested = 有据
report-term-attestedMeaning = 至少引自一种既非党派性亦非虚构的来源。
report-term-partisan = 党派性来源
report-term-partisanMeaning = 仅依据党派性来源。仅经由党派性著作读到的著作，也视为党派性来源。依据的判定取决于来源，绝非取决于好恶。
report-term-contested = 有争议
report-term-contestedMeaning = 在来源分歧中被提及，无论该说法依据什么。
report-term-citedAfter = 转引自
report-term-citedAfterMeaning = 该著作本身未曾读到；其内容由此语之后所列的著作说明。
report-term-certainty = 确定、较不确定、不确定
report-term-certaintyMeaning = 来源有多确定，或我们对解读有多确定。
report-term-holds = 有记载、可能、无日期
report-term-holdsMeaning = 某项说法若在某年确定成立，或有来源在该年记载，则为该年有记载。若在来源所述或由其他行推出的界限内可能成立，则为可能。若没有来源说明时间，则为无日期；此时只计一次，不计入任何年份。
report-years = 史料记载中各年成立的说法：有据的在线上方，仅依据党派性来源的在线下方。各年比例一致：最多的一年有据的说法为{ $up }项{ $down }。无日期的说法不计入任何年份。
report-mostPartisan = ，一年中党派性来源的说法最多{ $n }项
report-attestedSeen = 有据，有记载
report-attestedPossible = 有据，可能
report-partisanSeen = 党派性来源，有记载
report-partisanPossible = 党派性来源，可能
report-noDates = 没有来源将任何说法定于{ $first }至{ $last }年。
report-possibleShare = 全部年份中，图上所绘的{ $percent }%为可能，其余为有记载。
report-mostlyPossible = 可能者超过{ $percent }%的年份：{ $years }。
report-alike = 地图与上一年相同的年份：{ $years }；其他各年均有不同。
report-allDiffer = 每一年的地图均与上一年不同。
report-yearsCaption = 各年成立的说法、所引来源的数量、其中绘于图上者（包括线条），以及与上一年不同者
report-yearColumn = 年份
report-claimsColumn = 说法
report-drawnColumn = 已绘
report-changedColumn = 变化
report-seenColumn = 有记载
report-possibleColumn = 可能
report-questions = 史料记载的来源在{ $n }个问题上相互矛盾、对同一事有两种说法，或仅为孤证。每个问题都不作定论：各方说法均予保留，并在图上标出。
report-noDisagreements = 此网络没有登记任何分歧。这并不表示其来源一致。
report-onQuestion = 关于问题本身
report-bibliography = { $n }种来源，各附其类别、必要的警示，以及引用它的说法。
report-uncited = 其中{ $n }种没有说法引用：{ $sources }。
report-noSources = 书目中尚无条目。
report-readAtFirstHand = 直接读过，引用{ $n }处。
report-readThrough = 经由{ $source }读到，引用{ $n }处。
report-citedBy = { $n }项说法引用
report-notCited = 没有说法引用它。
report-peopleCite = 人物表中有{ $n }个条目引用它。
report-namesCite = 有{ $n }个地名引用它。
report-disagreementsCite = 有{ $n }项分歧引用它。
report-citeAfter = { $n }项说法据此转引其他著作
report-withStrand = { $text }：{ $strand }
report-moreClaims = 另有{ $n }项说法未在此列出；{ $file }中有全部{ $all }项。
report-moreFindings = 另有{ $n }项结果未在此列出；{ $file }中有全部{ $all }项。
report-coverage = 每份文献均已逐句读过。每一句或载入表格各行，或按所述理由略去。
report-document = { $sentences }：载入{ $carried }句，略去{ $leftOut }句。
report-documentSource = { $source }，{ $kind }。
report-unanswered = 尚无答复：{ $sentences }。
report-whyLeftOut = 略去{ $n }句的理由
report-leftOutCaption = 略去句子的理由
report-reasonColumn = 理由
report-countColumn = 数量
report-sentencesColumn = 句
report-remarks = 关于已载入句子的备注
report-remarksCaption = 已载入句子中略去的内容
report-remarkColumn = 备注
report-noDocuments = 此数据集未说明逐句读过哪些文献。
report-unlocatedTitle = 没有位置的地点
report-unlocated = 这些地点列于地图集中，但从不绘出。
report-noClaimThere = 没有说法提及它。
report-allLocated = 每个地点都有位置，精度以来源所允许者为准。
report-placelessTitle = 没有地点的说法
report-nonePlaceless = 凡需要地点的说法都有地点。
report-undatedTitle = 无日期的说法
report-undatedClaims = 这些说法只计一次，不计入任何年份。地图集在每一年都列出它们，仅在要求时才绘出。
report-noneUndated = 每项说法都有来源说明时间。
report-problems = 错误会中止构建。警告值得查看；说明是已作解释的结果。
report-findings = { $command }的{ $n }项结果，按文件、行、列排列
report-whereColumn = 位置
report-levelColumn = 级别
report-codeColumn = 代码
report-whatColumn = 内容
report-noProblems = { $command }未发现错误，也没有需要说明之处。
report-footer = 供程序使用的同样内容：{ $file }。{ $atlas }。数据：{ $licence }。版本{ $version }。
