/** Russian. For translators: see the note in `viewer-en.ts`. */

import { monthNames, numberFormats, type PluralForms } from "./intl-formats";
import type { Words } from "./viewer-en";

const { number, count } = numberFormats("ru");

/** "7 станций, из них 2 под вопросом" */
function counted(all: number, perhaps: number, forms: PluralForms): string {
  const words = count(all, forms);
  if (perhaps === 0) return words;
  if (perhaps === all) return all === 1 ? `${words}, под вопросом` : `${words}, все под вопросом`;
  return `${words}, из них ${number(perhaps)} под вопросом`;
}

/** Месяц в предложном падеже: «в мае». */
const inMonth = (month: string): string =>
  (/[ьй]$/.test(month) ? month.replace(/[ьй]$/, "е") : `${month}е`).toLocaleLowerCase("ru");

export const ru: Words = {
  ownName: "Русский",
  direction: "ltr",
  language: "Язык",
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
  pause: "Остановить",
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
    possible: "Достоверное и возможное",
    certain: "Только достоверное",
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
    certain: "Достоверно",
    lessCertain: "Менее достоверно",
    possible: "Возможно в этом году",
    conjectured: "Предположительно",
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
    noDate: "Ни один источник не говорит когда",
    inYear: (year) => `В ${year} году`,
    holds: ["Нет", "Возможно: даты это допускают, но не решают", "Да, достоверно"],
    undated: "Без даты: возможно в любом году",
    sure: "Достоверность",
    certainty: ["Достоверно", "Менее достоверно", "Недостоверно"],
    inStory: (sure) => `${sure}, в рамках вымысла`,
    standing: "Статус",
    standings: ["Засвидетельствовано", "Пристрастный источник", "Вымысел"],
    contested: "Спорно",
    sourcesDiffer: "Источники расходятся: ",
    rank: ["Предпочтено другим версиям", "", "Отклонено в пользу другой версии"],
    where: "Где",
    nowhere: "Ни один источник не говорит где",
    notLocated: "место не определено",
    way: "Путь",
    from: "откуда",
    via: "через",
    to: "куда",
    unknownOrigin: "Ни один источник не говорит откуда",
    unknownDestination: "Ни один источник не говорит куда",
    within: (distance) => `с точностью около ${distance}`,
    somewhere: (country) => `где-то в стране: ${country}`,
    renamed: (then, now) => `${then} (ныне ${now})`,
    inCountry: (place, country) => `${place}, ${country}`,
    metres: (metres) => (metres < 1000 ? `${number(metres)} м` : `${number(metres / 1000)} км`),
    at: "При",
    who: "Кто",
    others: "В чём источники расходятся",
    reading: "Какую версию показывает карта",
    takeReading: (label) => `Только эту: ${label}`,
    authorsReading: "Как их расположил атлас",
    sources: "Источники",
    noSources: "Собственный источник не назван",
    also: "Также приводятся",
    strip: "По годам",
    lifeLine: "Линия на карте соединяет эти места по порядку времени. Она не говорит, каким путём ехали.",
    stationStrip: "Руководители и люди по годам",
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
    reports: "Подчинение",
    reportsFrom: "В подчинении",
    liaisonSure: ["достоверно", "предположительно", "гипотетически"],
    stations: "Станции",
    more: "В другом месте",
    aliases: "Другие имена",
    identifiers: "Идентификаторы",
    life: "Годы жизни",
    names: "Названия",
    until: (year) => `до ${year} года`,
    since: (year) => `с ${year} года`,
    between: (from, to) => `${from}–${to}`,
    showYear: (year) => `Показать ${year} год`,
    showOnMap: "Показать на карте",
    inAtlas: "Смотреть во всём атласе",
    placeOf: (name) => `Место: ${name}`,
  },

  listParts: {
    title: (year) => `Всё за ${year} год`,
    stations: "Станции",
    heads: "Руководители",
    people: "Другие лица",
    journeys: "Курьеры и поездки",
    events: "Налёты и другие события",
    liaison: "Линии связи",
    ties: "Отношения между людьми",
    perhaps: "возможно",
    undated: "без даты",
    offMap: "нет на карте",
    contested: "спорно",
    partisan: "только пристрастные источники",
    setAside: "отклонено, нет на карте",
    empty: (year) => `Ни один источник не сообщает за ${year} год ничего, что было бы видно при этих настройках.`,
    more: (rest) => `Показать ещё (осталось ${number(rest)})`,
    liaisonLine: (from, to) => `${from} – ${to}`,
  },

  graph: {
    button: "Сеть",
    toMap: "Карта",
    map: "Сеть года. Вся она есть в таблице панели «Сеть».",
    title: (year) => `Сеть ${year} года`,
    intro:
      "Кто с кем связан и через какую станцию. Линия – должность, точки – линия связи, штрихи – отношение двух людей; тонким или редкими точками показано то, что даты или источники оставляют открытым, короткими штрихами – предположительное, знаком ≠ – спорное, наполовину закрашенным кружком – то, что опирается только на пристрастные источники. Человек изображён по самой достоверной из его должностей и связей.",
    name: "Имя",
    degree: "Связи",
    betweenness: "Между",
    tableCaption: (year) => `Люди и станции ${year} года по числу их связей`,
    bestOf: (shown, all) => `Показаны наиболее связанные: ${number(shown)} из ${number(all)}.`,
    measuresText:
      "«Связи» – число других, с кем кто-либо связан. «Между» – доля кратчайших путей между двумя другими, которые проходят через него. " +
      "Считается то, о чём сообщают источники, поэтому числа говорят об источниках не меньше, чем о сети.",
    noTies: (year) => `Ни один источник не сообщает, кто с кем был связан в ${year} году.`,
    cuts: "Что разорвал налёт",
    cutOff: "Без того, что он затронул, у них нет пути к остальной сети:",
    cutNothing: "И без того, что он затронул, у всех остальных в этой сети есть путь друг к другу.",
    cutNobody: (raids) =>
      `${raids === 1 ? "Он не затронул" : "Они не затронули"} ни одной станции и ни одного человека этой сети.`,
  },

  compare: {
    button: "Сравнить",
    title: "Две картины рядом",
    group: "Сравнить эту картину",
    none: "Ни с чем",
    year: "С другим годом",
    certainty: "С ней самой: что достоверно и что также возможно",
    otherYear: "Другой год",
    certain: "Достоверное",
    possible: "Достоверное и возможное",
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
    scholarship: ["Исследование", "Работы историков, которые называют свои источники."],
    archive: ["Архив", "Документ того времени или первоисточник, напечатанный позже."],
    memoir: ["Воспоминания", "Рассказано позже очевидцем, по памяти и небеспристрастно."],
    encyclopedia: ["Справочное издание", "Изложение того, что установили другие."],
    partisan: [
      "Полемика",
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
    years: (from, to) => (from === to ? `${from}` : `${from}–${to}`),
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
    cited: "Основано на",
    cut: (shown, all) =>
      `Первые ${number(shown)} из ${number(all)} записей. Оставьте только достоверное, и напечатано будет меньше.`,
    licence: (title) => `Данные: ${title}`,
  },

  time: {
    monthOf: (month, year) => `${month} ${year}`,
    range: (from, to) => `${from}–${to}`,
    value: (period, counts) => `${period}: ${counts}`,
    rangeSpoken: (from, to) => `с ${from} по ${to} год`,
    firstYear: "Первый год",
    rangeButton: "Промежуток лет",
    monthsButton: "Месяцы года",
    noMonths: "Месяцы: ни один источник не датирует ничего в этом году с точностью до месяца",
    months: (year) => `Месяцы ${year} года`,
    monthButton: (month, year, dated) => `${month} ${year}, ${dated === 0 ? "дат нет" : `с датой: ${dated}`}`,
    speed: (speed) => `Скорость ${speed}×`,
    previousMonth: "Предыдущий месяц",
    nextMonth: "Следующий месяц",
    earlier: "Промежуток на год раньше",
    later: "Промежуток на год позже",
    heldIn: {
      range: (from, to) => `С ${from} по ${to} год`,
      month: (month, year) => `В ${inMonth(month)} ${year} года`,
    },
    listTitle: {
      range: (from, to) => `Всё, что было с ${from} по ${to} год`,
      month: (month, year) => `Всё, что было в ${inMonth(month)} ${year} года`,
    },
    networkTitle: {
      range: (from, to) => `Сеть с ${from} по ${to} год`,
      month: (month, year) => `Сеть в ${inMonth(month)} ${year} года`,
    },
    listEmpty: "Ни один источник не сообщает об этом времени ничего, что показали бы эти настройки.",
    chart: "Диаграмма лет",
    chartCertain: "Сплошное: достоверно",
    chartPossible: "Штриховка: менее достоверно или лишь возможно",
    chartKinds: { stations: "Станции", people: "Люди", journeys: "Поездки", events: "События" },
    chartStrike: "Обыск или арест в этом году",
    dated: "Месяцы года",
    datedEvent: "Событие с указанием дня",
    datedRaid: "Обыск или арест с указанием дня",
    datedJourney: "Поездка с указанием дня",
    datedMonth: "День не указан, только месяц",
  },

  layerControl: "Год сети",
  broken:
    "Атлас нельзя показать: его данные не читаются. Создайте страницу заново или откройте её в современном браузере.",
};
