/** Russian. For translators: see the note in `viewer-en.ts`. */

import { monthNames, numberFormats, type PluralForms } from "./intl-formats";
import type { Words } from "./viewer-en";
import { yearFigure, yearRange } from "./year-text";

const { number, count } = numberFormats("ru");

const yearText = (year: number): string => yearFigure(year, (count) => `${count} до н. э.`);

/** The era stands behind the word: «в 47 году до н. э.» */
const yearWith = (year: number, word: string): string =>
  year > 0 ? `${year} ${word}` : `${1 - year} ${word} до н. э.`;

/** "7 станций, 2 из них – возможно" */
function counted(all: number, perhaps: number, forms: PluralForms): string {
  const words = count(all, forms);
  if (perhaps === 0) return words;
  if (perhaps === all) return all === 1 ? `${words}, возможно` : `${words}, все – возможно`;
  return `${words}, ${number(perhaps)} из них – возможно`;
}

/** Месяц в предложном падеже: «в мае». */
const inMonth = (month: string): string =>
  (/[ьй]$/.test(month) ? month.replace(/[ьй]$/, "е") : `${month}е`).toLocaleLowerCase("ru");

export const ru: Words = {
  ownName: "Русский",
  direction: "ltr",
  language: "Язык",
  yearText,
  writtenIn: { en: "на английском", de: "на немецком", ru: "на русском", zh: "на китайском" },

  get months() {
    return monthNames("ru", "long");
  },
  get shortMonths() {
    return monthNames("ru", "short");
  },

  skip: "Ко всему, что показано на карте, в виде текста",
  map: "Карта. Стрелки сдвигают её, плюс и минус меняют масштаб. Всё, что на ней показано, есть в списке.",
  timeline: "Шкала времени",
  year: "Год",
  play: "Показать годы подряд",
  pause: "Пауза",
  back: "Предыдущий год",
  forward: "Следующий год",
  zoomIn: "Увеличить",
  zoomOut: "Уменьшить",
  wholeMap: "Показать всю сеть",
  tools: "Виды и настройки",
  close: "Закрыть",
  list: "Список",
  layersButton: "Слои",
  legend: "Легенда",
  about: "Справка",
  dark: "Тёмный",
  light: "Светлый",
  toDark: "Тёмное оформление",
  toLight: "Светлое оформление",
  otherYears: "Другие годы",
  wholeAtlas: "Весь атлас",
  selection: "Что выбрано",
  backToList: "Всё за этот год",

  layers: {
    title: "Что показано на карте",
    group: "Слои",
    stations: "Станции",
    heads: "Руководители",
    people: "Другие лица, при увеличении",
    couriers: "Курьеры и поездки",
    raids: "Налёты и другие события",
    liaison: "Линии связи",
    certaintyGroup: "Насколько достоверно",
    possible: "Засвидетельствованное и возможное",
    certain: "Только засвидетельствованное и достоверное",
    undated: "Также то, что источники не датируют",
    strandGroup: "Какая версия",
    onlyGroup: "Показать только",
    onlyKinds: {
      contested: "Спорные сведения: источники расходятся",
      partisan: "Сведения только из пристрастных источников",
    },
    styleGroup: "Оформление",
    system: "Как в системе",
  },

  backToStrand: (title) => `Назад: ${title}`,
  onlyBanner: {
    contested: "Только спорные сведения",
    partisan: "Только пристрастные источники",
    both: "Только спорные сведения и пристрастные источники",
  },

  counts: {
    stations: (all, perhaps) =>
      counted(all, perhaps, { one: "станция", few: "станции", many: "станций", other: "станции" }),
    heads: (all, perhaps) =>
      counted(all, perhaps, { one: "руководитель", few: "руководителя", many: "руководителей", other: "руководителя" }),
    people: (all, perhaps) =>
      counted(all, perhaps, { one: "другое лицо", few: "других лица", many: "других лиц", other: "другого лица" }),
    journeys: (all, perhaps) =>
      counted(all, perhaps, { one: "поездка", few: "поездки", many: "поездок", other: "поездки" }),
    events: (all, perhaps) =>
      counted(all, perhaps, { one: "событие", few: "события", many: "событий", other: "события" }),
    nothing: "ничего, о чём сообщал бы источник",
    undated: (all) => `${number(all)} без даты`,
  },

  kinds: {
    station: "Станция",
    post: "Должность",
    journey: "Поездка",
    event: "Событие",
    tie: "Отношение",
    person: "Лицо",
    place: "Место",
    source: "Источник",
  },

  certaintyStyles: {
    certain: "Засвидетельствовано в этом году",
    lessCertain: "Засвидетельствовано, менее достоверно",
    possible: "Возможно в этом году",
    conjectured: "Предположительно",
    undated: "Без даты: ни один источник не указывает время",
    contested: "Спорно: источники расходятся",
    partisan: "Только пристрастные источники",
    somewhere: "Где-то в стране",
    accuracy: "Область, в которой это находится",
    fiction: "Вымысел",
    cluster: "Здесь есть ещё: нажмите, чтобы раскрыть",
  },

  legendParts: {
    title: "Легенда",
    stations: "Станции",
    people: "Лица",
    head: "Руководитель станции",
    person: "Другое лицо",
    lines: "Пути",
    events: "События",
    sureness: "Насколько достоверно",
    journey: "Поездка, от широкого конца к стрелке",
    openJourney: "Поездка, другой конец которой не назван ни в одном источнике: там линия бледнеет",
    liaison: "Линия связи",
    intro: "Форма знака говорит, что это; начертание говорит, насколько достоверно это известно.",
  },

  card: {
    when: "Когда",
    noDate: "Ни в одном источнике время не указано",
    inYear: (year) => `В ${yearWith(year, "году")}`,
    holds: [
      "Нет",
      "Неизвестно: без даты",
      "Возможно: даты это допускают, но не доказывают",
      "Да: засвидетельствовано в это время",
    ],
    inferred: "Выведено",
    sure: "Достоверность",
    certainty: ["Достоверно", "Менее достоверно", "Недостоверно"],
    inStory: (sure) => `${sure}, в рамках вымысла`,
    standing: "Статус",
    standings: ["Документировано", "Пристрастный источник", "Вымысел"],
    contested: "Спорно",
    sourcesDiffer: "Источники расходятся: ",
    rank: ["Предпочтено другим версиям", "", "Отклонено в пользу другой версии"],
    where: "Где",
    nowhere: "Ни в одном источнике место не указано",
    notLocated: "место не определено",
    way: "Путь",
    from: "откуда",
    via: "через",
    to: "куда",
    unknownOrigin: "Ни в одном источнике не сказано, откуда",
    unknownDestination: "Ни в одном источнике не сказано, куда",
    within: (distance) => `с точностью примерно до ${distance}`,
    somewhere: (country) => `где-то в стране: ${country}`,
    renamed: (then, now) => `${then} (ныне ${now})`,
    inCountry: (place, country) => `${place}, ${country}`,
    metres: (metres) => (metres < 1000 ? `${number(metres)} м` : `${number(metres / 1000)} км`),
    at: "Станция",
    who: "Кто",
    others: "В чём источники расходятся",
    reading: "Какую версию показывает карта",
    takeReading: (label) => `Только эту: ${label}`,
    authorsReading: "В порядке, принятом в атласе",
    sources: "Источники",
    noSources: "Собственный источник не назван",
    also: "Также цитируются",
    strip: "По годам",
    lifeLine: "Линия на карте соединяет эти места в порядке времени. Она не говорит, каким путём ехали.",
    stationStrip: "Руководители и другие лица по годам",
    people: "Лица здесь",
    events: "Связанные события",
    journeys: "Поездки",
    posts: "Должности",
    otherPosts: "Другие должности того же лица",
    colleagues: "На той же станции в то время",
    postsThen: "Должности в то время",
    eventsThen: "События того времени",
    journeysThen: "Поездки того времени",
    amongTwo: "Между ними",
    restsOn: "Что на этом основано",
    allOf: "Всё, что опирается на этот источник",
    ties: "Отношения",
    reports: "Подчинялась",
    reportsFrom: "Ей подчинялись",
    liaisonSure: ["достоверно", "предположительно", "гипотетически"],
    stations: "Станции",
    more: "В другом месте",
    aliases: "Другие имена",
    identifiers: "Идентификаторы",
    life: "Годы жизни",
    names: "Названия",
    until: (year) => `до ${yearWith(year, "года")}`,
    since: (year) => `с ${yearWith(year, "года")}`,
    between: (from, to) => yearRange(from, to, yearText),
    showYear: (year) => `Показать ${yearWith(year, "год")}`,
    showOnMap: "Показать на карте",
    inAtlas: "Смотреть во всём атласе",
    placeOf: (name) => `Место: ${name}`,
  },

  listParts: {
    title: (year) => `Всё за ${yearWith(year, "год")}`,
    stations: "Станции",
    heads: "Руководители",
    people: "Другие лица",
    journeys: "Курьеры и поездки",
    events: "Налёты и другие события",
    liaison: "Линии связи",
    ties: "Отношения между людьми",
    tray: (all) => `Без даты: ни один источник не указывает время (${number(all)})`,
    trayText: "Посчитано один раз, ни к одному году не отнесено, на карте – только по вашему желанию.",
    drawTray: "Показать на карте и их",
    hideTray: "Не показывать их на карте",
    perhaps: "возможно",
    undated: "без даты",
    offMap: "нет на карте",
    contested: "спорно",
    partisan: "только пристрастные источники",
    setAside: "отклонено, нет на карте",
    empty: (year) =>
      `Ни один источник не сообщает о ${yearWith(year, "годе")} ничего, что было бы видно при этих настройках.`,
    more: (rest) => `Показать ещё (осталось ${number(rest)})`,
    liaisonLine: (from, to) => `${from} – ${to}`,
  },

  graph: {
    button: "Сеть",
    toMap: "Карта",
    map: "Сеть года. Вся она есть в таблице панели «Сеть».",
    title: (year) => `Сеть ${yearWith(year, "года")}`,
    intro:
      "Кто с кем связан и через какую станцию. Линия – должность, точки – линия связи, штрихи – отношение двух людей; тонким или редкими точками показано то, что даты или источники оставляют открытым, короткими штрихами – предположительное, знаком ≠ – спорное, наполовину закрашенным кружком – то, что опирается только на пристрастные источники. Человек изображён по самой достоверной из его должностей и связей.",
    name: "Имя",
    degree: "Связи",
    betweenness: "Между",
    tableCaption: (year) => `Люди и станции ${yearWith(year, "года")} по числу их связей`,
    bestOf: (shown, all) => `Показаны наиболее связанные: ${number(shown)} из ${number(all)}.`,
    measuresText:
      "«Связи» – число других, с кем кто-либо связан. «Между» – доля кратчайших путей между двумя другими, которые проходят через него. " +
      "Считается то, о чём сообщают источники, поэтому числа говорят об источниках не меньше, чем о сети.",
    noTies: (year) => `Ни один источник не сообщает, кто с кем был связан в ${yearWith(year, "году")}.`,
    raids: "Налёты и аресты по сообщениям источников",
    reckoned: "Вычислено по этой сети; ни один источник этого не говорит",
    cutOff: "Без того, что он затронул, у них не было бы пути к остальной сети:",
    cutNothing: "И без того, что он затронул, у всех остальных в этой сети был бы путь друг к другу.",
    cutNobody: (raids) =>
      `${raids === 1 ? "Он не затронул" : "Они не затронули"} ни одной станции и ни одного человека этой сети.`,
  },

  compare: {
    button: "Сравнить",
    title: "Две картины рядом",
    group: "Сравнить эту картину",
    none: "Ни с чем",
    year: "С другим годом",
    certainty: "С ней самой: что засвидетельствовано и достоверно и что также возможно",
    otherYear: "Другой год",
    certain: "Засвидетельствованное и достоверное",
    possible: "Засвидетельствованное и возможное",
    how: "Двигайте линию на карте, чтобы видеть больше одного или другого.",
    handle: "Где сходятся две картины",
    value: (left, right) => `слева ${left}, справа ${right}`,
    both: (value) =>
      `На обеих сторонах: ${count(value, { one: "сведение", few: "сведения", many: "сведений", other: "сведения" })}.`,
    only: (side) => `Только здесь: «${side}»`,
  },

  aboutParts: {
    title: "Об атласе",
    reading: "Как его читать",
    readingText:
      "Каждый знак опирается хотя бы на один указанный источник. Выберите знак или строку списка, чтобы увидеть, что утверждается, " +
      "насколько достоверно, кем и что этому противоречит. Состояние экрана записано в адресе: скопируйте его, чтобы показать другим.",
    kindsOfSource: "Что означают виды источников",
    sources: "Источники",
    borders: (attribution, licence) => `Границы: ${attribution} (${licence}). Не часть данных.`,
    positions: (names) => `Положение мест по данным: ${names}`,
    ground: "Очертания суши: Natural Earth. Сделано с помощью folium.",
    software: "Программы, очертания суши и шрифты",
    data: "Данные",
    dataLicence: (title) => `Данные опубликованы на условиях ${title}:`,
    version: (data, program) => `Версия данных ${data}; карта составлена программой Liaison Atlas ${program}`,
  },

  sourceKinds: {
    scholarship: [
      "Исследование",
      "Исследование, которое называет свои источники и принято редакцией или издательством.",
    ],
    archive: ["Архив", "Документ, возникший в ходе самих событий, в архиве или напечатанный."],
    memoir: ["Воспоминания", "Рассказано позже очевидцем, по памяти и небеспристрастно."],
    encyclopedia: ["Справочное издание", "Изложение того, что установили другие."],
    popular: ["Популярное изложение", "Не называет источников, либо за ним не стояли ни редакция, ни издательство."],
    partisan: [
      "Пристрастный источник",
      "Написано, чтобы победить в споре. Что опирается только на такие источники, отмечено как пристрастное.",
    ],
    fiction: ["Вымысел", "Придумано. Это отделено от документированной истории."],
  },

  find: "Поиск",
  findParts: {
    title: "Поиск",
    field: "Найти имя, место, год или источник",
    example: "Имя, место, год, источник",
    results: "Найденное",
    hint: "Имена и псевдонимы любым письмом, места по тогдашним и нынешним названиям, события, поездки и источники. Несколько слов сужают поиск.",
    count: (all, shown) =>
      all === 0
        ? "Ничего не найдено"
        : shown < all
          ? `Найдено: ${number(all)}, показано: ${number(shown)}`
          : `Найдено: ${number(all)}`,
    some: (kind, shown, all) => `${kind}: ${number(shown)} из ${number(all)}`,
    kinds: {
      station: "Станции",
      person: "Лица",
      place: "Места",
      event: "События",
      journey: "Поездки",
      post: "Должности",
      tie: "Отношения",
      source: "Источники",
    },
    by: (name) => `как «${name}»`,
    years: (from, to) => (from === to ? yearText(from) : yearRange(from, to, yearText)),
    entries: (value) => count(value, { one: "запись", few: "записи", many: "записей", other: "записи" }),
    keys: "Одиночные клавиши: / открывает поиск, пробел показывает годы подряд",
  },

  sortParts: {
    title: (by) => `Упорядочить: ${by}`,
    columns: { kind: "Вид", name: "Имя", place: "Место", date: "Время", certainty: "Достоверность" },
    show: (label) => `Показать на карте: ${label}`,
    onMap: "На карте",
    perhaps: "в этом году возможно",
    liaison: "Линия связи",
    pages: "Страницы списка",
    shown: (from, to, all) => `${number(from)}–${number(to)} из ${number(all)}`,
    previous: "Предыдущая страница",
    next: "Следующая страница",
  },

  shareParts: {
    button: "Поделиться этим видом",
    title: "Поделиться этим видом",
    intro: "Оба ведут к тому, что карта показывает сейчас: год, место, выбор и настройки.",
    link: "Ссылка",
    linkNote:
      "Файл лежит на этом компьютере. Чтобы его открыли другие, поместите его в доступное им место; часть после # не меняется.",
    frame: "Для собственной веб-страницы",
    frameNote: "Положите этот файл рядом с той страницей.",
    copyLink: "Копировать ссылку",
    copyFrame: "Копировать для веб-страницы",
    copied: "Скопировано",
    byHand: "Текст выделен: нажмите Ctrl+C (на Mac – Command+C)",
  },

  printParts: {
    sources: "Источники",
    cited: "Цитируются",
    cut: (shown, all) =>
      `Первые ${number(shown)} из ${number(all)} записей. Оставьте только засвидетельствованное и достоверное, и напечатано будет меньше.`,
    licence: (title) => `Данные: ${title}`,
  },

  time: {
    monthOf: (month, year) => `${month} ${yearText(year)}`,
    range: (from, to) => yearRange(from, to, yearText),
    value: (period, counts) => `${period}: ${counts}`,
    rangeSpoken: (from, to) => `с ${yearText(from)} по ${yearWith(to, "год")}`,
    firstYear: "Первый год",
    rangeButton: "Промежуток лет",
    monthsButton: "Месяцы года",
    noMonths: "Месяцы: ни один источник не датирует ничего в этом году с точностью до месяца",
    months: (year) => `Месяцы ${yearWith(year, "года")}`,
    monthButton: (month, year, dated) => `${month} ${yearText(year)}, ${dated === 0 ? "дат нет" : `с датой: ${dated}`}`,
    speed: (speed) => `Скорость ${speed}×`,
    previousMonth: "Предыдущий месяц",
    nextMonth: "Следующий месяц",
    earlier: "Промежуток на год раньше",
    later: "Промежуток на год позже",
    heldIn: {
      range: (from, to) => `С ${yearText(from)} по ${yearWith(to, "год")}`,
      month: (month, year) => `В ${inMonth(month)} ${yearWith(year, "года")}`,
    },
    listTitle: {
      range: (from, to) => `Всё, что было с ${yearText(from)} по ${yearWith(to, "год")}`,
      month: (month, year) => `Всё, что было в ${inMonth(month)} ${yearWith(year, "года")}`,
    },
    networkTitle: {
      range: (from, to) => `Сеть с ${yearText(from)} по ${yearWith(to, "год")}`,
      month: (month, year) => `Сеть в ${inMonth(month)} ${yearWith(year, "года")}`,
    },
    listEmpty: "Ни один источник не сообщает об этом времени ничего, что было бы видно при этих настройках.",
    chart: "Диаграмма по годам",
    chartCertain: "Сплошное: засвидетельствовано и достоверно",
    chartPossible: "Штриховка: менее достоверно или лишь возможно",
    chartUndated: "Того, что источники не датируют, нет ни в одном столбце.",
    chartKinds: { stations: "Станции", people: "Лица", journeys: "Поездки", events: "События" },
    chartStrike: "Налёт или арест в этом году",
    dated: "Месяцы года",
    datedEvent: "Событие с указанием дня",
    datedRaid: "Налёт или арест с указанием дня",
    datedJourney: "Поездка с указанием дня",
    datedMonth: "День не указан, только месяц",
  },

  layerControl: "Год сети",
  broken:
    "Атлас нельзя показать: его данные не читаются. Создайте страницу заново или откройте её в современном браузере.",
};
