### See en.ftl for notes to translators.

ownName = Русский
direction = ltr
language = Язык
yearText = { YEAR($year) }

# The noun of YEAR() precedes the era: «в 47 году до н. э.»
beforeChrist = { $figure } до н. э.

writtenIn = { $language ->
    [en] на английском
    [de] на немецком
    [ru] на русском
    [zh] на китайском
   *[other] { $language }
}

month = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
}

monthIn = { $month ->
    [1] январе
    [2] феврале
    [3] марте
    [4] апреле
    [5] мае
    [6] июне
    [7] июле
    [8] августе
    [9] сентябре
    [10] октябре
    [11] ноябре
   *[12] декабре
}

monthShort = { $month ->
    [1] янв.
    [2] февр.
    [3] март
    [4] апр.
    [5] май
    [6] июнь
    [7] июль
    [8] авг.
    [9] сент.
    [10] окт.
    [11] нояб.
   *[12] дек.
}

skip = Ко всему, что показано на карте, в виде текста
map = Карта. Стрелки сдвигают её, плюс и минус меняют масштаб. Всё, что на ней показано, есть в списке.
timeline = Шкала времени
year = Год
play = Показать годы подряд
pause = Пауза
back = Предыдущий год
forward = Следующий год
zoomIn = Увеличить
zoomOut = Уменьшить
wholeMap = Показать всю сеть
tools = Виды и настройки
close = Закрыть
list = Список
layersButton = Слои
legend = Легенда
about = Справка
dark = Тёмный
light = Светлый
toDark = Тёмное оформление
toLight = Светлое оформление
otherYears = Другие годы
wholeAtlas = Весь атлас
selection = Что выбрано
backToList = Всё за этот год
backToStrand = Назад: { $title }
find = Поиск
layerControl = Год сети
broken = Атлас нельзя показать: его данные не читаются. Создайте страницу заново или откройте её в современном браузере.

layers-title = Что показано на карте
layers-group = Слои
layers-stations = Станции
layers-heads = Руководители
layers-people = Другие лица, при увеличении
layers-couriers = Курьеры и поездки
layers-raids = Налёты и другие события
layers-liaison = Линии связи
layers-certaintyGroup = Насколько достоверно
layers-possible = Засвидетельствованное и возможное
layers-certain = Только засвидетельствованное и достоверное
layers-undated = Также то, что источники не датируют
layers-strandGroup = Какая версия
layers-onlyGroup = Показать только
layers-onlyKinds-contested = Спорные сведения: источники расходятся
layers-onlyKinds-partisan = Сведения только из пристрастных источников
layers-styleGroup = Оформление
layers-system = Как в системе

onlyBanner-contested = Только спорные сведения
onlyBanner-partisan = Только пристрастные источники
onlyBanner-both = Только спорные сведения и пристрастные источники

counts-stations = { $all ->
    [one] { $all } станция
    [few] { $all } станции
    [many] { $all } станций
   *[other] { $all } станции
}

counts-heads = { $all ->
    [one] { $all } руководитель
    [few] { $all } руководителя
    [many] { $all } руководителей
   *[other] { $all } руководителя
}

counts-people = { $all ->
    [one] { $all } другое лицо
    [few] { $all } других лица
    [many] { $all } других лиц
   *[other] { $all } другого лица
}

counts-journeys = { $all ->
    [one] { $all } поездка
    [few] { $all } поездки
    [many] { $all } поездок
   *[other] { $all } поездки
}

counts-events = { $all ->
    [one] { $all } событие
    [few] { $all } события
    [many] { $all } событий
   *[other] { $all } события
}

counts-allPerhaps = { $all ->
    [1] { $counted }, возможно
   *[other] { $counted }, все – возможно
}

counts-somePerhaps = { $counted }, { $perhaps } из них – возможно
counts-nothing = ничего, о чём сообщал бы источник
counts-undated = { $all } без даты

kinds-station = Станция
kinds-post = Должность
kinds-journey = Поездка
kinds-event = Событие
kinds-tie = Отношение
kinds-person = Лицо
kinds-place = Место
kinds-source = Источник

certaintyStyles-certain = Засвидетельствовано в этом году
certaintyStyles-lessCertain = Засвидетельствовано, менее достоверно
certaintyStyles-possible = Возможно в этом году
certaintyStyles-conjectured = Предположительно
certaintyStyles-undated = Без даты: ни один источник не указывает время
certaintyStyles-contested = Спорно: источники расходятся
certaintyStyles-partisan = Только пристрастные источники
certaintyStyles-somewhere = Где-то в стране
certaintyStyles-accuracy = Область, в которой это находится
certaintyStyles-fiction = Вымысел
certaintyStyles-cluster = Здесь есть ещё: нажмите, чтобы раскрыть

legendParts-title = Легенда
legendParts-stations = Станции
legendParts-people = Лица
legendParts-head = Руководитель станции
legendParts-person = Другое лицо
legendParts-lines = Пути
legendParts-events = События
legendParts-sureness = Насколько достоверно
legendParts-journey = Поездка, от широкого конца к стрелке
legendParts-openJourney = Поездка, другой конец которой не назван ни в одном источнике: там линия бледнеет
legendParts-liaison = Линия связи
legendParts-intro = Форма знака говорит, что это; начертание говорит, насколько достоверно это известно.

card-when = Когда
card-noDate = Ни в одном источнике время не указано
card-inYear = В { YEAR($year, noun: "году") }
card-holds-0 = Нет
card-holds-1 = Неизвестно: без даты
card-holds-2 = Возможно: даты это допускают, но не доказывают
card-holds-3 = Да: засвидетельствовано в это время
card-inferred = Выведено
card-sure = Достоверность
card-certainty-0 = Достоверно
card-certainty-1 = Менее достоверно
card-certainty-2 = Недостоверно
card-inStory = { $sure }, в рамках вымысла
card-standing = Статус
card-standings-0 = Документировано
card-standings-1 = Пристрастный источник
card-standings-2 = Вымысел
card-contested = Спорно
card-sourcesDiffer = Источники расходятся:{" "}
card-rank-0 = Предпочтено другим версиям
card-rank-1 = {""}
card-rank-2 = Отклонено в пользу другой версии
card-where = Где
card-nowhere = Ни в одном источнике место не указано
card-notLocated = место не определено
card-way = Путь
card-from = откуда
card-via = через
card-to = куда
card-unknownOrigin = Ни в одном источнике не сказано, откуда
card-unknownDestination = Ни в одном источнике не сказано, куда
card-within = с точностью примерно до { $distance }
card-somewhere = где-то в стране: { $country }
card-renamed = { $then } (ныне { $now })
card-inCountry = { $place }, { $country }
card-metres = { $metres } м
card-kilometres = { $kilometres } км
card-at = Станция
card-who = Кто
card-others = В чём источники расходятся
card-reading = Какую версию показывает карта
card-takeReading = Только эту: { $label }
card-authorsReading = В порядке, принятом в атласе
card-sources = Источники
card-noSources = Собственный источник не назван
card-also = Также цитируются
card-strip = По годам
card-lifeLine = Линия на карте соединяет эти места в порядке времени. Она не говорит, каким путём ехали.
card-stationStrip = Руководители и другие лица по годам
card-people = Лица здесь
card-events = Связанные события
card-journeys = Поездки
card-posts = Должности
card-otherPosts = Другие должности того же лица
card-colleagues = На той же станции в то время
card-postsThen = Должности в то время
card-eventsThen = События того времени
card-journeysThen = Поездки того времени
card-amongTwo = Между ними
card-restsOn = Что на этом основано
card-allOf = Всё, что опирается на этот источник
card-ties = Отношения
card-reports = Подчинялась
card-reportsFrom = Ей подчинялись
card-liaisonSure-0 = достоверно
card-liaisonSure-1 = предположительно
card-liaisonSure-2 = гипотетически
card-stations = Станции
card-more = В другом месте
card-aliases = Другие имена
card-identifiers = Идентификаторы
card-life = Годы жизни
card-names = Названия
card-until = до { YEAR($year, noun: "года") }
card-since = с { YEAR($year, noun: "года") }
card-between = { YEARS($from, $to) }
card-showYear = Показать { YEAR($year, noun: "год") }
card-showOnMap = Показать на карте
card-inAtlas = Смотреть во всём атласе
card-placeOf = Место: { $name }

listParts-title = Всё за { YEAR($year, noun: "год") }
listParts-stations = Станции
listParts-heads = Руководители
listParts-people = Другие лица
listParts-journeys = Курьеры и поездки
listParts-events = Налёты и другие события
listParts-liaison = Линии связи
listParts-ties = Отношения между людьми
listParts-tray = Без даты: ни один источник не указывает время ({ $all })
listParts-trayText = Посчитано один раз, ни к одному году не отнесено, на карте – только по вашему желанию.
listParts-drawTray = Показать на карте и их
listParts-hideTray = Не показывать их на карте
listParts-perhaps = возможно
listParts-undated = без даты
listParts-offMap = нет на карте
listParts-contested = спорно
listParts-partisan = только пристрастные источники
listParts-setAside = отклонено, нет на карте
listParts-empty = Ни один источник не сообщает о { YEAR($year, noun: "годе") } ничего, что было бы видно при этих настройках.
listParts-more = Показать ещё (осталось { $rest })
listParts-liaisonLine = { $from } – { $to }

graph-button = Сеть
graph-toMap = Карта
graph-map = Сеть года. Вся она есть в таблице панели «Сеть».
graph-title = Сеть { YEAR($year, noun: "года") }
graph-intro = Кто с кем связан и через какую станцию. Линия – должность, точки – линия связи, штрихи – отношение двух людей; тонким или редкими точками показано то, что даты или источники оставляют открытым, короткими штрихами – предположительное, знаком ≠ – спорное, наполовину закрашенным кружком – то, что опирается только на пристрастные источники. Человек изображён по самой достоверной из его должностей и связей.
graph-name = Имя
graph-degree = Связи
graph-betweenness = Между
graph-tableCaption = Люди и станции { YEAR($year, noun: "года") } по числу их связей
graph-bestOf = Показаны наиболее связанные: { $shown } из { $all }.
graph-measuresText = «Связи» – число других, с кем кто-либо связан. «Между» – доля кратчайших путей между двумя другими, которые проходят через него. Считается то, о чём сообщают источники, поэтому числа говорят об источниках не меньше, чем о сети.
graph-noTies = Ни один источник не сообщает, кто с кем был связан в { YEAR($year, noun: "году") }.
graph-raids = Налёты и аресты по сообщениям источников
graph-reckoned = Вычислено по этой сети; ни один источник этого не говорит
graph-cutOff = Без того, что он затронул, у них не было бы пути к остальной сети:
graph-cutNothing = И без того, что он затронул, у всех остальных в этой сети был бы путь друг к другу.

graph-cutNobody = { $raids ->
    [1] Он не затронул
   *[other] Они не затронули
} ни одной станции и ни одного человека этой сети.

compare-button = Сравнить
compare-title = Две картины рядом
compare-group = Сравнить эту картину
compare-none = Ни с чем
compare-year = С другим годом
compare-certainty = С ней самой: что засвидетельствовано и достоверно и что также возможно
compare-otherYear = Другой год
compare-certain = Засвидетельствованное и достоверное
compare-possible = Засвидетельствованное и возможное
compare-how = Двигайте линию на карте, чтобы видеть больше одного или другого.
compare-handle = Где сходятся две картины
compare-value = слева { $left }, справа { $right }

compare-both = На обеих сторонах: { $number ->
    [one] { $number } сведение
    [few] { $number } сведения
    [many] { $number } сведений
   *[other] { $number } сведения
}.

compare-only = Только здесь: «{ $side }»

aboutParts-title = Об атласе
aboutParts-reading = Как его читать
aboutParts-readingText = Каждый знак опирается хотя бы на один указанный источник. Выберите знак или строку списка, чтобы увидеть, что утверждается, насколько достоверно, кем и что этому противоречит. Состояние экрана записано в адресе: скопируйте его, чтобы показать другим.
aboutParts-kindsOfSource = Что означают виды источников
aboutParts-sources = Источники
aboutParts-borders = Границы: { $attribution } ({ $licence }). Не часть данных.
aboutParts-positions = Положение мест по данным: { $names }
aboutParts-ground = Очертания суши: Natural Earth. Сделано с помощью folium.
aboutParts-software = Программы, очертания суши и шрифты
aboutParts-data = Данные
aboutParts-dataLicence = Данные опубликованы на условиях { $title }:
aboutParts-version = Версия данных { $data }; карта составлена программой Liaison Atlas { $program }

sourceKinds-scholarship-0 = Исследование
sourceKinds-scholarship-1 = Исследование, которое называет свои источники и принято редакцией или издательством.
sourceKinds-archive-0 = Архив
sourceKinds-archive-1 = Документ, возникший в ходе самих событий, в архиве или напечатанный.
sourceKinds-memoir-0 = Воспоминания
sourceKinds-memoir-1 = Рассказано позже очевидцем, по памяти и небеспристрастно.
sourceKinds-encyclopedia-0 = Справочное издание
sourceKinds-encyclopedia-1 = Изложение того, что установили другие.
sourceKinds-popular-0 = Популярное изложение
sourceKinds-popular-1 = Не называет источников, либо за ним не стояли ни редакция, ни издательство.
sourceKinds-partisan-0 = Пристрастный источник
sourceKinds-partisan-1 = Написано, чтобы победить в споре. Что опирается только на такие источники, отмечено как пристрастное.
sourceKinds-fiction-0 = Вымысел
sourceKinds-fiction-1 = Придумано. Это отделено от документированной истории.

findParts-title = Поиск
findParts-field = Найти имя, место, год или источник
findParts-example = Имя, место, год, источник
findParts-results = Найденное
findParts-hint = Имена и псевдонимы любым письмом, места по тогдашним и нынешним названиям, события, поездки и источники. Несколько слов сужают поиск.

findParts-found = { $all ->
    [0] Ничего не найдено
   *[other] Найдено: { $all }
}

findParts-foundShown = Найдено: { $all }, показано: { $shown }
findParts-some = { $kind }: { $shown } из { $all }
findParts-kinds-station = Станции
findParts-kinds-person = Лица
findParts-kinds-place = Места
findParts-kinds-event = События
findParts-kinds-journey = Поездки
findParts-kinds-post = Должности
findParts-kinds-tie = Отношения
findParts-kinds-source = Источники
findParts-by = как «{ $name }»
findParts-inYear = { YEAR($year) }
findParts-years = { YEARS($from, $to) }

findParts-entries = { $number ->
    [one] { $number } запись
    [few] { $number } записи
    [many] { $number } записей
   *[other] { $number } записи
}

findParts-keys = Одиночные клавиши: / открывает поиск, пробел показывает годы подряд

sortParts-title = Упорядочить: { $by }
sortParts-columns-kind = Вид
sortParts-columns-name = Имя
sortParts-columns-place = Место
sortParts-columns-date = Время
sortParts-columns-certainty = Достоверность
sortParts-show = Показать на карте: { $label }
sortParts-onMap = На карте
sortParts-perhaps = в этом году возможно
sortParts-liaison = Линия связи
sortParts-pages = Страницы списка
sortParts-shown = { $from }–{ $to } из { $all }
sortParts-previous = Предыдущая страница
sortParts-next = Следующая страница

shareParts-button = Поделиться этим видом
shareParts-title = Поделиться этим видом
shareParts-intro = Оба ведут к тому, что карта показывает сейчас: год, место, выбор и настройки.
shareParts-link = Ссылка
shareParts-linkNote = Файл лежит на этом компьютере. Чтобы его открыли другие, поместите его в доступное им место; часть после # не меняется.
shareParts-frame = Для собственной веб-страницы
shareParts-frameNote = Положите этот файл рядом с той страницей.
shareParts-copyLink = Копировать ссылку
shareParts-copyFrame = Копировать для веб-страницы
shareParts-copied = Скопировано
shareParts-byHand = Текст выделен: нажмите Ctrl+C (на Mac – Command+C)

printParts-sources = Источники
printParts-cited = Цитируются
printParts-cut = Первые { $shown } из { $all } записей. Оставьте только засвидетельствованное и достоверное, и напечатано будет меньше.
printParts-licence = Данные: { $title }

time-monthOf = { $monthName } { YEAR($year) }
time-range = { YEARS($from, $to) }
time-value = { $period }: { $counts }
time-rangeSpoken = с { YEAR($from) } по { YEAR($to, noun: "год") }
time-firstYear = Первый год
time-rangeButton = Промежуток лет
time-monthsButton = Месяцы года
time-noMonths = Месяцы: ни один источник не датирует ничего в этом году с точностью до месяца
time-months = Месяцы { YEAR($year, noun: "года") }

time-monthButton = { month } { YEAR($year) }, { $dated ->
    [0] дат нет
   *[other] с датой: { NUMBER($dated, useGrouping: 0) }
}

time-speed = Скорость { $speed }×
time-previousMonth = Предыдущий месяц
time-nextMonth = Следующий месяц
time-earlier = Промежуток на год раньше
time-later = Промежуток на год позже
time-heldIn-range = С { YEAR($from) } по { YEAR($to, noun: "год") }
time-heldIn-month = В { monthIn } { YEAR($year, noun: "года") }
time-listTitle-range = Всё, что было с { YEAR($from) } по { YEAR($to, noun: "год") }
time-listTitle-month = Всё, что было в { monthIn } { YEAR($year, noun: "года") }
time-networkTitle-range = Сеть с { YEAR($from) } по { YEAR($to, noun: "год") }
time-networkTitle-month = Сеть в { monthIn } { YEAR($year, noun: "года") }
time-listEmpty = Ни один источник не сообщает об этом времени ничего, что было бы видно при этих настройках.
time-chart = Диаграмма по годам
time-chartCertain = Сплошное: засвидетельствовано и достоверно
time-chartPossible = Штриховка: менее достоверно или лишь возможно
time-chartUndated = Того, что источники не датируют, нет ни в одном столбце.
time-chartKinds-stations = Станции
time-chartKinds-people = Лица
time-chartKinds-journeys = Поездки
time-chartKinds-events = События
time-chartStrike = Налёт или арест в этом году
time-dated = Месяцы года
time-datedEvent = Событие с указанием дня
time-datedRaid = Налёт или арест с указанием дня
time-datedJourney = Поездка с указанием дня
time-datedMonth = День не указан, только месяц

kiosk-touch = Коснитесь, чтобы начать
kiosk-stillThere = Вы ещё здесь?

kiosk-backIn = Возврат к началу через { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунды
    [many] { $seconds } секунд
   *[other] { $seconds } секунды
}

kiosk-touchToStay = Коснитесь экрана, чтобы продолжить
kiosk-bar = Возможности
kiosk-tour = Экскурсия
kiosk-stopOf = Остановка { $stop } из { $all }
kiosk-next = Дальше
kiosk-previous = Назад
kiosk-playTour = Показать
kiosk-pauseTour = Пауза
kiosk-begin = К первой остановке
kiosk-index = Люди и места
kiosk-letters = Первая буква
kiosk-people = Люди
kiosk-places = Места
kiosk-show = Что показано
kiosk-contrast = Контраст
kiosk-largeType = Крупный шрифт
kiosk-turn = Повернуть
kiosk-startOver = Сначала
kiosk-shorter = Источники, кратко
kiosk-inFull = Источник полностью
kiosk-up = Вверх
kiosk-down = Ниже
kiosk-still = Атлас вернётся через минуту.
kiosk-staff-title = Для сотрудников
kiosk-staff-code = Код
kiosk-staff-wrong = Код неверен.
kiosk-staff-erase = Стереть
kiosk-staff-enter = Открыть
kiosk-staff-program = Версия программы
kiosk-staff-data = Версия данных
kiosk-staff-shown = Контрольная сумма показанного
kiosk-staff-release = Выпуск
kiosk-staff-uptime = Эта страница работает
kiosk-staff-machineUptime = Оболочка работает
kiosk-staff-made = Создано страниц за это время
kiosk-staff-sessions = Посещений с создания страницы
kiosk-staff-memory = Память скриптов
kiosk-staff-elements = Элементов на странице
kiosk-staff-duration = { NUMBER($hours, useGrouping: 0) } ч { $minutes } мин
kiosk-staff-megabytes = { NUMBER($size, useGrouping: 0) } МБ
kiosk-staff-unknown = браузер не сообщает
kiosk-staff-countersOff = Счётчики выключены.
kiosk-staff-countersOn = Счётчики включены: посещения, годы, станции и языки по часам, только на этом устройстве.
kiosk-staff-save = Сохранить счётчики в файл
kiosk-staff-forget = Удалить счётчики
kiosk-staff-saved = Файл передан браузеру.

poster-inThisYear = В этом году
poster-quiet = О событиях и поездках этого года сведений нет; показано то, что продолжалось.
poster-newPosts = Начало службы
poster-moreHere = Столько ещё в этом месте
poster-inPlace = { $label }, { $place }
poster-more = и ещё { $rest }

poster-undated = { $all ->
    [one] { $all } утверждение без даты не показано
    [few] { $all } утверждения без даты не показаны
    [many] { $all } утверждений без даты не показаны
   *[other] { $all } утверждения без даты не показаны
}

poster-landOutlines = Очертания суши: Natural Earth
poster-projection = Равновеликая азимутальная проекция Ламберта
poster-page = с.
poster-pages = с.
poster-sentence = предложение
poster-sentences = предложения
poster-comma = ,{" "}

## The front page

front-counts-stations = { $count ->
    [one] { $n } станция
    [few] { $n } станции
    [many] { $n } станций
   *[other] { $n } станции
}

front-counts-heads = { $count ->
    [one] { $n } должность
    [few] { $n } должности
    [many] { $n } должностей
   *[other] { $n } должности
}

front-counts-couriers = { $count ->
    [one] { $n } поездка
    [few] { $n } поездки
    [many] { $n } поездок
   *[other] { $n } поездки
}

front-counts-raids = { $count ->
    [one] { $n } событие
    [few] { $n } события
    [many] { $n } событий
   *[other] { $n } события
}

front-counts-perhaps = { $counted }, возможно
front-counts-ofThemPerhaps = { $counted }, из них возможно: { $n }
front-counts-separator = ;{ " " }
front-counts-nothing = ничего, что источник датировал бы этим годом
front-titleWithSubtitle = { $title }: { $subtitle }
front-languages = Языки
front-openAtlas = Открыть атлас
front-years = Год за годом
front-poster = плакат
front-posterOf = Плакат, год: { $year }, для печати
front-evidence = На чём это основано
front-figures = Утверждений документировано: { $attested }; основано только на пристрастных источниках: { $partisan }; спорных: { $contested }. Цитируется источников: { $sources }.
front-strands = Другие утверждения показываются только по запросу, под отдельной надписью, и больше нигде не учитываются:
front-strand = { $title } ({ $count }).
front-marks = Сплошной знак достоверно относится к показанному году, полый – возможно. Линии связи предположительны, если в карточке не сказано иное. Каждый знак открывает стоящее за ним утверждение с его источниками.
front-report = { $title }: на чём основан каждый год, где источники расходятся и о чём не говорит ни один источник.
front-files = Для других программ
front-file = { $name } ({ $count })
front-manifest = { $name }, все файлы с их SHA-256
front-credits = Данные: { $licence }. Положение городов по GeoNames, CC BY 4.0. Суша: Natural Earth. Создано с помощью folium.

## The report

report-title = Что источники говорят о самих себе
report-tables-stations = Станции
report-tables-posts = Должности
report-tables-journeys = Поездки
report-tables-events = События
report-tables-ties = Отношения между людьми
report-rowKinds-station = станция
report-rowKinds-post = должность
report-rowKinds-journey = поездка
report-rowKinds-event = событие
report-rowKinds-tie = отношение
report-rowKinds-person = лицо
report-rowKinds-place = место
report-sourceKinds-scholarship = научное исследование
report-sourceKinds-archive = архивные документы
report-sourceKinds-memoir = воспоминания
report-sourceKinds-encyclopedia = справочное издание
report-sourceKinds-popular = популярное изложение
report-sourceKinds-partisan = пристрастный источник
report-sourceKinds-fiction = вымысел
report-standings-attested = документировано
report-standings-partisan = пристрастный источник
report-standings-fiction = вымысел
report-row-when = Когда
report-row-noDate = Ни один источник не указывает время
report-row-where = Где
report-row-who = Кто
report-row-howSure = Насколько достоверно
report-row-standing = На чём основано
report-row-preferred = предпочтено другим версиям
report-row-setAsideByRank = отставлено по рангу
report-row-setAsideForRival = отставлено: предпочтена другая версия
report-row-identifiers = Идентификаторы
report-row-touched = Затронуло
report-row-reportedTo = Подчинение
report-row-withSureness = { $station } ({ $sureness })
report-row-way = Путь
report-row-legFrom = откуда: { $place }
report-row-legVia = через: { $place }
report-row-legTo = куда: { $place }
report-row-purpose = Цель
report-row-station = Станция
report-row-today = { $then } (сегодня { $today })
report-row-somewhere = { $country } (точное место неизвестно)
report-description = На чём основаны утверждения атласа, год за годом, и где его источники расходятся.
report-lead = Для тех, кому нужно решить, насколько доверять карте: на чём она основана, где её источники расходятся и о чём не говорит ни один источник.
report-contents = Содержание
report-claimsTitle = Утверждения в цифрах
report-yearsTitle = На чём основан каждый год
report-disagreementsTitle = Где источники расходятся
report-sourcesTitle = Источники
report-coverageTitle = Что было прочитано
report-unsaidTitle = О чём не говорит ни один источник
report-problemsTitle = Что показывают проверки
report-none = 0
report-noneFirst = 0

report-claims = { $count ->
    [one] { $n } утверждение
    [few] { $n } утверждения
    [many] { $n } утверждений
   *[other] { $n } утверждения
}

report-sources = { $count ->
    [one] { $n } источник
    [few] { $n } источника
    [many] { $n } источников
   *[other] { $n } источника
}

report-citations = { $count ->
    [one] { $n } ссылка
    [few] { $n } ссылки
    [many] { $n } ссылок
   *[other] { $n } ссылки
}

report-sentences = { $count ->
    [one] { $n } предложение
    [few] { $n } предложения
    [many] { $n } предложений
   *[other] { $n } предложения
}

report-opening = Документированная история, { $first } – { $last }: { $claims }. Из них { $attested }, { $partisan }; { $contested }.

report-attested = { $count ->
    [one] { $n } документировано
    [few] { $n } документированы
    [many] { $n } документировано
   *[other] { $n } документированы
}

report-partisan = { $count ->
    [one] { $n } основано только на пристрастных источниках
    [few] { $n } основаны только на пристрастных источниках
    [many] { $n } основано только на пристрастных источниках
   *[other] { $n } основаны только на пристрастных источниках
}

report-contested = { $count ->
    [one] { $n } спорно
    [few] { $n } спорны
    [many] { $n } спорно
   *[other] { $n } спорны
}

report-cites = В них { $sources } и { $citations }, из которых { $withoutPage }.

report-withoutPage = { $count ->
    [one] { $n } дана без страницы
    [few] { $n } даны без страницы
    [many] { $n } дано без страницы
   *[other] { $n } даны без страницы
}

report-onOneSource = { $count ->
    [one] { $n } утверждение основано только на одном источнике.
    [few] { $n } утверждения основаны только на одном источнике.
    [many] { $n } утверждений основано только на одном источнике.
   *[other] { $n } утверждения основаны только на одном источнике.
}

report-undated = { $count ->
    [one] { $n } утверждение без даты: ни один источник не указывает время.
    [few] { $n } утверждения без даты: ни один источник не указывает время.
    [many] { $n } утверждений без даты: ни один источник не указывает время.
   *[other] { $n } утверждения без даты: ни один источник не указывает время.
}

report-withoutPlace = { $count ->
    [one] { $n } утверждение без места: ни один источник не указывает где.
    [few] { $n } утверждения без места: ни один источник не указывает где.
    [many] { $n } утверждений без места: ни один источник не указывает где.
   *[other] { $n } утверждения без места: ни один источник не указывает где.
}

report-setAside = { $count ->
    [one] { $n } утверждение отставлено, так как предпочтена другая версия; здесь оно всё же учтено.
    [few] { $n } утверждения отставлены, так как предпочтена другая версия; здесь они всё же учтены.
    [many] { $n } утверждений отставлено, так как предпочтена другая версия; здесь они всё же учтены.
   *[other] { $n } утверждения отставлены, так как предпочтена другая версия; здесь они всё же учтены.
}

report-reading = { $read }, { $through }, которое названо в ссылке: «цит. по». { $atFirstHand }, { $throughAlone }.

report-readCitations = { $count ->
    [one] { $n } ссылка дана на непосредственно прочитанные труды
    [few] { $n } ссылки даны на непосредственно прочитанные труды
    [many] { $n } ссылок дано на непосредственно прочитанные труды
   *[other] { $n } ссылки даны на непосредственно прочитанные труды
}

report-throughCitations = { $n } – на труды, известные лишь через другое издание

report-atFirstHand = { $count ->
    [one] { $n } утверждение основано только на прочитанном непосредственно
    [few] { $n } утверждения основаны только на прочитанном непосредственно
    [many] { $n } утверждений основано только на прочитанном непосредственно
   *[other] { $n } утверждения основаны только на прочитанном непосредственно
}

report-throughAlone = { $n } – только на прочитанном через другое издание
report-byTable = Утверждения по их предмету
report-byCertainty = Утверждения по тому, насколько уверен источник или насколько мы уверены в своём прочтении
report-bySourceKind = Утверждения по виду источников. Утверждение, ссылающееся на два вида, стоит в двух строках.
report-kindColumn = Вид
report-certaintyColumn = Достоверность
report-attestedColumn = Документировано
report-partisanColumn = Пристрастные источники
report-allColumn = Всего
report-contestedColumn = Спорно
report-allClaims = Все утверждения
report-sourceKindColumn = Вид источника
report-sourcesColumn = Источники
report-citingColumn = Утверждения со ссылкой на такой источник
report-aloneColumn = Утверждения только на источниках этого вида
report-fictionBanner = Вымысел: { $title }

report-strandClaims = { $count ->
    [one] { $n } утверждение этой версии, учтено отдельно
    [few] { $n } утверждения этой версии, учтены отдельно
    [many] { $n } утверждений этой версии, учтены отдельно
   *[other] { $n } утверждения этой версии, учтены отдельно
}

report-furtherClaims = { $count ->
    [one] К этой версии относится ещё { $n } утверждение ({ $tables }). На этой странице оно больше нигде не учтено, и везде, где оно названо, страница выглядит так.
    [few] К этой версии относятся ещё { $n } утверждения ({ $tables }). На этой странице они больше нигде не учтены, и везде, где они названы, страница выглядит так.
    [many] К этой версии относится ещё { $n } утверждений ({ $tables }). На этой странице они больше нигде не учтены, и везде, где они названы, страница выглядит так.
   *[other] К этой версии относятся ещё { $n } утверждения ({ $tables }). На этой странице они больше нигде не учтены, и везде, где они названы, страница выглядит так.
}

report-termsTitle = Что означают слова
report-term-attested = Документировано
report-term-attestedMeaning = Есть ссылка хотя бы на один источник, который не является ни пристрастным, ни вымыслом.
report-term-partisan = Пристрастный источник
report-term-partisanMeaning = Основано только на пристрастных источниках. Труд, прочитанный лишь через пристрастный, тоже считается пристрастным. Оценка следует из источников, а не из вкусов.
report-term-contested = Спорно
report-term-contestedMeaning = Названо в расхождении источников, на чём бы утверждение ни было основано.
report-term-citedAfter = Цит. по
report-term-citedAfterMeaning = Сам труд не был прочитан; о его содержании говорит труд, названный после этих слов.
report-term-certainty = Достоверно, менее достоверно, недостоверно
report-term-certaintyMeaning = Насколько уверен источник или насколько мы уверены в своём прочтении.
report-term-holds = Засвидетельствовано, возможно, без даты
report-term-holdsMeaning = Утверждение засвидетельствовано в году, если оно тогда точно верно или источник его тогда видит. Оно возможно, если может быть верно в пределах, которые указывает источник или которые следуют из других строк. Оно без даты, если ни один источник не указывает время; тогда оно учтено один раз и ни в одном году.
report-years = Утверждения документированной истории, верные в каждом году: документированное стоит над линией, основанное только на пристрастных источниках – под ней. Масштаб для всех лет один: в самом полном году документированных утверждений { $up }{ $down }. Утверждение без даты не относится ни к одному году.
report-mostPartisan = , а пристрастных в одном году не более { $n }
report-attestedSeen = документировано, засвидетельствовано
report-attestedPossible = документировано, возможно
report-partisanSeen = пристрастный источник, засвидетельствовано
report-partisanPossible = пристрастный источник, возможно
report-noDates = Ни один источник не датирует утверждения периодом { $first } – { $last }.
report-possibleShare = За все годы { $percent } % показанного на карте лишь возможно, остальное засвидетельствовано.
report-mostlyPossible = Больше { $percent } % лишь возможно в годах: { $years }.
report-alike = Карта этих лет та же, что и в предыдущем году: { $years }; все остальные годы отличаются.
report-allDiffer = Карта каждого года отличается от карты предыдущего.
report-yearsCaption = Утверждения, верные в каждом году, сколько источников они цитируют, что из них показывает карта, включая линии, и сколько из этого отличается от предыдущего года
report-yearColumn = Год
report-claimsColumn = Утверждения
report-drawnColumn = Показано
report-changedColumn = Изменилось
report-seenColumn = засвидетельствовано
report-possibleColumn = возможно

report-questions = { $count ->
    [one] { $n } вопрос, в котором источники документированной истории противоречат друг другу, излагают одно по-разному или стоят в одиночестве. Он оставлен открытым: сохранены все версии, и карта их отмечает.
    [few] { $n } вопроса, в которых источники документированной истории противоречат друг другу, излагают одно по-разному или стоят в одиночестве. Каждый оставлен открытым: сохранены все версии, и карта их отмечает.
    [many] { $n } вопросов, в которых источники документированной истории противоречат друг другу, излагают одно по-разному или стоят в одиночестве. Каждый оставлен открытым: сохранены все версии, и карта их отмечает.
   *[other] { $n } вопроса, в которых источники документированной истории противоречат друг другу, излагают одно по-разному или стоят в одиночестве. Каждый оставлен открытым: сохранены все версии, и карта их отмечает.
}

report-noDisagreements = Для этой сети расхождений не записано. Это не значит, что её источники согласны между собой.
report-onQuestion = О самом вопросе

report-bibliography = { $count ->
    [one] { $n } источник с указанием вида, предупреждением, где оно нужно, и утверждениями, которые на него ссылаются.
    [few] { $n } источника, каждый с указанием вида, предупреждением, где оно нужно, и утверждениями, которые на него ссылаются.
    [many] { $n } источников, каждый с указанием вида, предупреждением, где оно нужно, и утверждениями, которые на него ссылаются.
   *[other] { $n } источника, каждый с указанием вида, предупреждением, где оно нужно, и утверждениями, которые на него ссылаются.
}

report-uncited = На { $n } из них не ссылается ни одно утверждение: { $sources }.
report-noSources = В библиографии ещё нет записей.
report-readAtFirstHand = Прочитано непосредственно, ссылок: { $n }.
report-readThrough = Прочитано через { $source }, ссылок: { $n }.

report-citedBy = { $count ->
    [one] Ссылается { $n } утверждение
    [few] Ссылаются { $n } утверждения
    [many] Ссылается { $n } утверждений
   *[other] Ссылаются { $n } утверждения
}

report-notCited = Ни одно утверждение на него не ссылается.

report-peopleCite = { $count ->
    [one] На него ссылается { $n } запись в списке людей.
    [few] На него ссылаются { $n } записи в списке людей.
    [many] На него ссылается { $n } записей в списке людей.
   *[other] На него ссылаются { $n } записи в списке людей.
}

report-namesCite = { $count ->
    [one] На него ссылается { $n } название места.
    [few] На него ссылаются { $n } названия мест.
    [many] На него ссылается { $n } названий мест.
   *[other] На него ссылаются { $n } названия мест.
}

report-disagreementsCite = { $count ->
    [one] На него ссылается { $n } расхождение.
    [few] На него ссылаются { $n } расхождения.
    [many] На него ссылается { $n } расхождений.
   *[other] На него ссылаются { $n } расхождения.
}

report-citeAfter = { $count ->
    [one] { $n } утверждение цитирует по нему другой труд
    [few] { $n } утверждения цитируют по нему другие труды
    [many] { $n } утверждений цитируют по нему другие труды
   *[other] { $n } утверждения цитируют по нему другие труды
}

report-withStrand = { $text }: { $strand }

report-moreClaims = { $count ->
    [one] Здесь не показано ещё { $n } утверждение; в { $file } есть все { $all }.
    [few] Здесь не показаны ещё { $n } утверждения; в { $file } есть все { $all }.
    [many] Здесь не показано ещё { $n } утверждений; в { $file } есть все { $all }.
   *[other] Здесь не показаны ещё { $n } утверждения; в { $file } есть все { $all }.
}

report-moreFindings = { $count ->
    [one] Здесь не показано ещё { $n } замечание; в { $file } есть все { $all }.
    [few] Здесь не показаны ещё { $n } замечания; в { $file } есть все { $all }.
    [many] Здесь не показано ещё { $n } замечаний; в { $file } есть все { $all }.
   *[other] Здесь не показаны ещё { $n } замечания; в { $file } есть все { $all }.
}

report-coverage = Каждый документ разобран предложение за предложением. Предложение передано строками таблиц или опущено по указанной причине.
report-document = { $sentences }: передано { $carried }, опущено { $leftOut }.
report-documentSource = { $source }, { $kind }.
report-unanswered = Без ответа: { $sentences }.

report-whyLeftOut = { $count ->
    [one] Почему опущено { $n } предложение
    [few] Почему опущены { $n } предложения
    [many] Почему опущено { $n } предложений
   *[other] Почему опущены { $n } предложения
}

report-leftOutCaption = Причины, по которым предложения опущены
report-reasonColumn = Причина
report-countColumn = Число
report-sentencesColumn = Предложения
report-remarks = Замечания о переданных предложениях
report-remarksCaption = Что опущено из переданных предложений
report-remarkColumn = Замечание
report-noDocuments = Этот набор данных не сообщает, какие документы были прочитаны для него предложение за предложением.
report-unlocatedTitle = Места без координат
report-unlocated = Они перечислены в атласе, но никогда не показываются на карте.
report-noClaimThere = Ни одно утверждение его не называет.
report-allLocated = У каждого места есть положение с той точностью, которую допускают источники.
report-placelessTitle = Утверждения без места
report-nonePlaceless = У каждого утверждения, которому нужно место, оно есть.
report-undatedTitle = Утверждения без даты
report-undatedClaims = Они учтены один раз и ни в одном году. Атлас перечисляет их в каждом году и показывает на карте только по запросу.
report-noneUndated = Каждое утверждение датировано источником.
report-problems = Ошибки останавливают сборку. На предупреждение стоит взглянуть; примечание – это замечание, которое объяснено.

report-findings = { $count ->
    [one] { $n } замечание от { $command }, по файлу, строке и столбцу
    [few] { $n } замечания от { $command }, по файлу, строке и столбцу
    [many] { $n } замечаний от { $command }, по файлу, строке и столбцу
   *[other] { $n } замечания от { $command }, по файлу, строке и столбцу
}

report-whereColumn = Место
report-levelColumn = Уровень
report-codeColumn = Код
report-whatColumn = Замечание
report-noProblems = { $command } не находит ошибок и ничего не замечает.
report-footer = То же для программ: { $file }. { $atlas }. Данные: { $licence }. Версия { $version }.
