// Written by `make message-types` from layers/locales/en.ftl: change the messages there.

/** The texts of a language; `card-inYear` is `card.inYear`. */
export interface Words {
  ownName: string;
  direction: string;
  language: string;
  yearText: (year: number) => string;
  beforeChrist: (figure: string) => string;
  writtenIn: (language: string) => string;
  month: (month: number) => string;
  monthIn: (month: number) => string;
  monthShort: (month: number) => string;
  skip: string;
  map: string;
  timeline: string;
  year: string;
  play: string;
  pause: string;
  back: string;
  forward: string;
  zoomIn: string;
  zoomOut: string;
  wholeMap: string;
  tools: string;
  close: string;
  list: string;
  layersButton: string;
  legend: string;
  about: string;
  dark: string;
  light: string;
  toDark: string;
  toLight: string;
  otherYears: string;
  wholeAtlas: string;
  selection: string;
  backToList: string;
  backToStrand: (title: string) => string;
  find: string;
  layerControl: string;
  broken: string;
  layers: {
    title: string;
    group: string;
    stations: string;
    heads: string;
    people: string;
    couriers: string;
    raids: string;
    liaison: string;
    certaintyGroup: string;
    possible: string;
    certain: string;
    undated: string;
    strandGroup: string;
    onlyGroup: string;
    onlyKinds: {
      contested: string;
      partisan: string;
    };
    styleGroup: string;
    system: string;
  };
  onlyBanner: {
    contested: string;
    partisan: string;
    both: string;
  };
  counts: {
    stations: (all: number) => string;
    heads: (all: number) => string;
    people: (all: number) => string;
    journeys: (all: number) => string;
    events: (all: number) => string;
    allPerhaps: (counted: string, all: number) => string;
    somePerhaps: (counted: string, perhaps: number, kind: string) => string;
    nothing: string;
    undated: (all: number) => string;
  };
  kinds: {
    station: string;
    post: string;
    journey: string;
    event: string;
    tie: string;
    person: string;
    place: string;
    source: string;
  };
  certaintyStyles: {
    certain: string;
    lessCertain: string;
    possible: string;
    conjectured: string;
    undated: string;
    contested: string;
    partisan: string;
    somewhere: string;
    accuracy: string;
    fiction: string;
    cluster: string;
  };
  legendParts: {
    title: string;
    stations: string;
    people: string;
    head: string;
    person: string;
    lines: string;
    events: string;
    sureness: string;
    journey: string;
    openJourney: string;
    liaison: string;
    intro: string;
  };
  card: {
    when: string;
    noDate: string;
    inYear: (year: number) => string;
    holds: readonly [string, string, string, string];
    inferred: string;
    sure: string;
    certainty: readonly [string, string, string];
    inStory: (sure: string) => string;
    standing: string;
    standings: readonly [string, string, string];
    contested: string;
    sourcesDiffer: string;
    rank: readonly [string, string, string];
    where: string;
    nowhere: string;
    notLocated: string;
    way: string;
    from: string;
    via: string;
    to: string;
    unknownOrigin: string;
    unknownDestination: string;
    within: (distance: string) => string;
    somewhere: (country: string) => string;
    renamed: (then: string, now: string) => string;
    inCountry: (place: string, country: string) => string;
    metres: (metres: number) => string;
    kilometres: (kilometres: number) => string;
    at: string;
    who: string;
    others: string;
    reading: string;
    takeReading: (label: string) => string;
    authorsReading: string;
    sources: string;
    noSources: string;
    also: string;
    strip: string;
    lifeLine: string;
    stationStrip: string;
    people: string;
    events: string;
    journeys: string;
    posts: string;
    otherPosts: string;
    colleagues: string;
    postsThen: string;
    eventsThen: string;
    journeysThen: string;
    amongTwo: string;
    restsOn: string;
    allOf: string;
    ties: string;
    reports: string;
    reportsFrom: string;
    liaisonSure: readonly [string, string, string];
    stations: string;
    more: string;
    aliases: string;
    identifiers: string;
    life: string;
    names: string;
    until: (year: number) => string;
    since: (year: number) => string;
    between: (from: number, to: number) => string;
    showYear: (year: number) => string;
    showOnMap: string;
    inAtlas: string;
    placeOf: (name: string) => string;
  };
  listParts: {
    title: (year: number) => string;
    stations: string;
    heads: string;
    people: string;
    journeys: string;
    events: string;
    liaison: string;
    ties: string;
    tray: (all: number) => string;
    trayText: string;
    drawTray: string;
    hideTray: string;
    perhaps: string;
    undated: string;
    offMap: string;
    contested: string;
    partisan: string;
    setAside: string;
    empty: (year: number) => string;
    more: (rest: number) => string;
    liaisonLine: (from: string, to: string) => string;
  };
  graph: {
    button: string;
    toMap: string;
    map: string;
    title: (year: number) => string;
    intro: string;
    name: string;
    degree: string;
    betweenness: string;
    tableCaption: (year: number) => string;
    bestOf: (shown: number, all: number) => string;
    measuresText: string;
    noTies: (year: number) => string;
    raids: string;
    reckoned: string;
    cutOff: string;
    cutNothing: string;
    cutNobody: (raids: number) => string;
  };
  compare: {
    button: string;
    title: string;
    group: string;
    none: string;
    year: string;
    certainty: string;
    otherYear: string;
    certain: string;
    possible: string;
    how: string;
    handle: string;
    value: (left: string, right: string) => string;
    both: (number: number) => string;
    only: (side: string) => string;
  };
  aboutParts: {
    title: string;
    reading: string;
    readingText: string;
    kindsOfSource: string;
    sources: string;
    borders: (attribution: string, licence: string) => string;
    positions: (names: string) => string;
    ground: string;
    software: string;
    data: string;
    dataLicence: (title: string) => string;
    version: (data: string, program: string) => string;
  };
  sourceKinds: {
    scholarship: readonly [string, string];
    archive: readonly [string, string];
    memoir: readonly [string, string];
    encyclopedia: readonly [string, string];
    popular: readonly [string, string];
    partisan: readonly [string, string];
    fiction: readonly [string, string];
  };
  findParts: {
    title: string;
    field: string;
    example: string;
    results: string;
    hint: string;
    found: (all: number) => string;
    foundShown: (all: number, shown: number) => string;
    some: (kind: string, shown: number, all: number) => string;
    kinds: {
      station: string;
      person: string;
      place: string;
      event: string;
      journey: string;
      post: string;
      tie: string;
      source: string;
    };
    by: (name: string) => string;
    inYear: (year: number) => string;
    years: (from: number, to: number) => string;
    entries: (number: number) => string;
    keys: string;
  };
  sortParts: {
    title: (by: string) => string;
    columns: {
      kind: string;
      name: string;
      place: string;
      date: string;
      certainty: string;
    };
    show: (label: string) => string;
    onMap: string;
    perhaps: string;
    liaison: string;
    pages: string;
    shown: (from: number, to: number, all: number) => string;
    previous: string;
    next: string;
  };
  shareParts: {
    button: string;
    title: string;
    intro: string;
    link: string;
    linkNote: string;
    frame: string;
    frameNote: string;
    copyLink: string;
    copyFrame: string;
    copied: string;
    byHand: string;
  };
  printParts: {
    sources: string;
    cited: string;
    cut: (shown: number, all: number) => string;
    licence: (title: string) => string;
  };
  time: {
    monthOf: (monthName: string, year: number) => string;
    range: (from: number, to: number) => string;
    value: (period: string, counts: string) => string;
    rangeSpoken: (from: number, to: number) => string;
    firstYear: string;
    rangeButton: string;
    monthsButton: string;
    noMonths: string;
    months: (year: number) => string;
    monthButton: (month: number, year: number, dated: number) => string;
    speed: (speed: string) => string;
    previousMonth: string;
    nextMonth: string;
    earlier: string;
    later: string;
    heldIn: {
      range: (from: number, to: number) => string;
      month: (month: number, year: number) => string;
    };
    listTitle: {
      range: (from: number, to: number) => string;
      month: (month: number, year: number) => string;
    };
    networkTitle: {
      range: (from: number, to: number) => string;
      month: (month: number, year: number) => string;
    };
    listEmpty: string;
    chart: string;
    chartCertain: string;
    chartPossible: string;
    chartUndated: string;
    chartKinds: {
      stations: string;
      people: string;
      journeys: string;
      events: string;
    };
    chartStrike: string;
    dated: string;
    datedEvent: string;
    datedRaid: string;
    datedJourney: string;
    datedMonth: string;
  };
  kiosk: {
    touch: string;
    stillThere: string;
    backIn: (seconds: number) => string;
    touchToStay: string;
    bar: string;
    tour: string;
    stopOf: (stop: number, all: number) => string;
    next: string;
    previous: string;
    playTour: string;
    pauseTour: string;
    begin: string;
    index: string;
    letters: string;
    people: string;
    places: string;
    show: string;
    contrast: string;
    largeType: string;
    turn: string;
    startOver: string;
    shorter: string;
    inFull: string;
    up: string;
    down: string;
    still: string;
    staff: {
      title: string;
      code: string;
      wrong: string;
      erase: string;
      enter: string;
      program: string;
      data: string;
      shown: string;
      release: string;
      uptime: string;
      machineUptime: string;
      made: string;
      sessions: string;
      memory: string;
      elements: string;
      duration: (hours: number, minutes: number) => string;
      megabytes: (size: number) => string;
      unknown: string;
      countersOff: string;
      countersOn: string;
      save: string;
      forget: string;
      saved: string;
    };
  };
  poster: {
    inThisYear: string;
    quiet: string;
    newPosts: string;
    moreHere: string;
    inPlace: (label: string, place: string) => string;
    more: (rest: number) => string;
    undated: (all: number) => string;
    landOutlines: string;
    projection: string;
    page: string;
    pages: string;
    sentence: string;
    sentences: string;
    comma: string;
  };
}

/** The variables of each message that has any, in the order of its function. */
export const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  "yearText": ["year"],
  "beforeChrist": ["figure"],
  "writtenIn": ["language"],
  "month": ["month"],
  "monthIn": ["month"],
  "monthShort": ["month"],
  "backToStrand": ["title"],
  "counts-stations": ["all"],
  "counts-heads": ["all"],
  "counts-people": ["all"],
  "counts-journeys": ["all"],
  "counts-events": ["all"],
  "counts-allPerhaps": ["counted", "all"],
  "counts-somePerhaps": ["counted", "perhaps", "kind"],
  "counts-undated": ["all"],
  "card-inYear": ["year"],
  "card-inStory": ["sure"],
  "card-within": ["distance"],
  "card-somewhere": ["country"],
  "card-renamed": ["then", "now"],
  "card-inCountry": ["place", "country"],
  "card-metres": ["metres"],
  "card-kilometres": ["kilometres"],
  "card-takeReading": ["label"],
  "card-until": ["year"],
  "card-since": ["year"],
  "card-between": ["from", "to"],
  "card-showYear": ["year"],
  "card-placeOf": ["name"],
  "listParts-title": ["year"],
  "listParts-tray": ["all"],
  "listParts-empty": ["year"],
  "listParts-more": ["rest"],
  "listParts-liaisonLine": ["from", "to"],
  "graph-title": ["year"],
  "graph-tableCaption": ["year"],
  "graph-bestOf": ["shown", "all"],
  "graph-noTies": ["year"],
  "graph-cutNobody": ["raids"],
  "compare-value": ["left", "right"],
  "compare-both": ["number"],
  "compare-only": ["side"],
  "aboutParts-borders": ["attribution", "licence"],
  "aboutParts-positions": ["names"],
  "aboutParts-dataLicence": ["title"],
  "aboutParts-version": ["data", "program"],
  "findParts-found": ["all"],
  "findParts-foundShown": ["all", "shown"],
  "findParts-some": ["kind", "shown", "all"],
  "findParts-by": ["name"],
  "findParts-inYear": ["year"],
  "findParts-years": ["from", "to"],
  "findParts-entries": ["number"],
  "sortParts-title": ["by"],
  "sortParts-show": ["label"],
  "sortParts-shown": ["from", "to", "all"],
  "printParts-cut": ["shown", "all"],
  "printParts-licence": ["title"],
  "time-monthOf": ["monthName", "year"],
  "time-range": ["from", "to"],
  "time-value": ["period", "counts"],
  "time-rangeSpoken": ["from", "to"],
  "time-months": ["year"],
  "time-monthButton": ["month", "year", "dated"],
  "time-speed": ["speed"],
  "time-heldIn-range": ["from", "to"],
  "time-heldIn-month": ["month", "year"],
  "time-listTitle-range": ["from", "to"],
  "time-listTitle-month": ["month", "year"],
  "time-networkTitle-range": ["from", "to"],
  "time-networkTitle-month": ["month", "year"],
  "kiosk-backIn": ["seconds"],
  "kiosk-stopOf": ["stop", "all"],
  "kiosk-staff-duration": ["hours", "minutes"],
  "kiosk-staff-megabytes": ["size"],
  "poster-inPlace": ["label", "place"],
  "poster-more": ["rest"],
  "poster-undated": ["all"],
};
