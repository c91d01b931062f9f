/** German. For translators: see the note in `viewer-en.ts`. */

import { monthNames, numberFormats } from "./intl-formats";
import type { Words } from "./viewer-en";
import { yearFigure, yearRange } from "./year-text";

const { number, count } = numberFormats("de");

const yearText = (year: number): string => yearFigure(year, (count) => `${count} v. Chr.`);

/** "7 Stationen, davon 2 vielleicht" */
function counted(all: number, perhaps: number, one: string, other: string): string {
  const words = count(all, { one, other });
  if (perhaps === 0) return words;
  if (perhaps === all) return all === 1 ? `${words}, vielleicht` : `${words}, alle vielleicht`;
  return `${words}, davon ${number(perhaps)} vielleicht`;
}

export const de: Words = {
  ownName: "Deutsch",
  direction: "ltr",
  language: "Sprache",
  yearText,
  writtenIn: { en: "auf Englisch", de: "auf Deutsch", ru: "auf Russisch", zh: "auf Chinesisch" },

  get months() {
    return monthNames("de", "long");
  },
  get shortMonths() {
    return monthNames("de", "short");
  },

  skip: "Zu allem, was die Karte zeigt, in Worten",
  map: "Karte. Die Pfeiltasten verschieben sie, Plus und Minus ändern den Maßstab. Alles, was sie zeigt, steht in der Liste.",
  timeline: "Zeitleiste",
  year: "Jahr",
  play: "Die Jahre abspielen",
  pause: "Anhalten",
  back: "Voriges Jahr",
  forward: "Nächstes Jahr",
  zoomIn: "Vergrößern",
  zoomOut: "Verkleinern",
  wholeMap: "Das ganze Netz zeigen",
  tools: "Ansichten und Einstellungen",
  close: "Schließen",
  list: "Liste",
  layersButton: "Ebenen",
  legend: "Legende",
  about: "Über",
  dark: "Dunkel",
  light: "Hell",
  toDark: "Dunkle Darstellung",
  toLight: "Helle Darstellung",
  otherYears: "Andere Jahre",
  wholeAtlas: "Ganzer Atlas",
  selection: "Auswahl",
  backToList: "Alles in diesem Jahr",

  layers: {
    title: "Was die Karte zeigt",
    group: "Ebenen",
    stations: "Stationen",
    heads: "Leiter",
    people: "Weitere Personen, in der Vergrößerung",
    couriers: "Kuriere und Reisen",
    raids: "Razzien und andere Ereignisse",
    liaison: "Verbindungslinien",
    certaintyGroup: "Wie sicher",
    possible: "Belegtes und Mögliches",
    certain: "Nur sicher Belegtes",
    undated: "Auch, was keine Quelle datiert",
    strandGroup: "Welche Darstellung",
    onlyGroup: "Nur dies zeigen",
    onlyKinds: {
      contested: "Umstrittene Angaben: die Quellen widersprechen sich",
      partisan: "Parteiliche Angaben: nur aus parteilichen Quellen",
    },
    styleGroup: "Farben",
    system: "Wie im System eingestellt",
  },

  backToStrand: (title) => `Zurück: ${title}`,
  onlyBanner: {
    contested: "Nur umstrittene Angaben",
    partisan: "Nur parteiliche Quellen",
    both: "Nur umstrittene Angaben und parteiliche Quellen",
  },

  counts: {
    stations: (all, perhaps) => counted(all, perhaps, "Station", "Stationen"),
    heads: (all, perhaps) => counted(all, perhaps, "Leiter", "Leiter"),
    people: (all, perhaps) => counted(all, perhaps, "weitere Person", "weitere Personen"),
    journeys: (all, perhaps) => counted(all, perhaps, "Reise", "Reisen"),
    events: (all, perhaps) => counted(all, perhaps, "Ereignis", "Ereignisse"),
    nothing: "nichts, wovon eine Quelle berichtet",
    undated: (all) => `${number(all)} undatiert`,
  },

  kinds: {
    station: "Station",
    post: "Posten",
    journey: "Reise",
    event: "Ereignis",
    tie: "Beziehung",
    person: "Person",
    place: "Ort",
    source: "Quelle",
  },

  certaintyStyles: {
    certain: "In diesem Jahr belegt",
    lessCertain: "Belegt, weniger sicher",
    possible: "In diesem Jahr möglich",
    conjectured: "Vermutet",
    undated: "Undatiert: keine Quelle sagt, wann",
    contested: "Umstritten: die Quellen widersprechen sich",
    partisan: "Nur parteiliche Quellen",
    somewhere: "Irgendwo in einem Land",
    accuracy: "Das Gebiet, in dem es liegt",
    fiction: "Fiktion",
    cluster: "Mehr an diesem Ort: zum Öffnen drücken",
  },

  legendParts: {
    title: "Legende",
    stations: "Stationen",
    people: "Personen",
    head: "Leiter einer Station",
    person: "Weitere Person",
    lines: "Wege",
    events: "Ereignisse",
    sureness: "Wie sicher",
    journey: "Reise, vom breiten Ende zum Pfeil",
    openJourney: "Reise, deren anderes Ende keine Quelle nennt: dort verblasst sie",
    liaison: "Verbindungslinie",
    intro: "Die Form sagt, was es ist; wie ein Zeichen gezeichnet ist, sagt, wie sicher man davon weiß.",
  },

  card: {
    when: "Wann",
    noDate: "Keine Quelle sagt, wann",
    inYear: (year) => `Im Jahr ${yearText(year)}`,
    holds: [
      "Nein",
      "Nicht bekannt: undatiert",
      "Möglich: die Daten lassen es zu, entscheiden es aber nicht",
      "Ja: in dieser Zeit belegt",
    ],
    inferred: "Erschlossen",
    sure: "Wie sicher",
    certainty: ["Sicher", "Weniger sicher", "Unsicher"],
    inStory: (sure) => `${sure}, innerhalb der Erzählung`,
    standing: "Beleglage",
    standings: ["Bezeugt", "Parteilich", "Fiktion"],
    contested: "Umstritten",
    sourcesDiffer: "Die Quellen widersprechen sich: ",
    rank: ["Bevorzugt unter widerstreitenden Angaben", "", "Zugunsten einer widerstreitenden Angabe zurückgestellt"],
    where: "Wo",
    nowhere: "Keine Quelle sagt, wo",
    notLocated: "nicht verortet",
    way: "Weg",
    from: "von",
    via: "über",
    to: "nach",
    unknownOrigin: "Keine Quelle sagt, woher",
    unknownDestination: "Keine Quelle sagt, wohin",
    within: (distance) => `auf etwa ${distance} genau`,
    somewhere: (country) => `irgendwo im Gebiet: ${country}`,
    renamed: (then, now) => `${then} (heute ${now})`,
    inCountry: (place, country) => `${place}, ${country}`,
    metres: (metres) => (metres < 1000 ? `${number(metres)} m` : `${number(metres / 1000)} km`),
    at: "Station",
    who: "Wer",
    others: "Worin die Quellen auseinandergehen",
    reading: "Welche Lesart die Karte zeigt",
    takeReading: (label) => `Nur diese: ${label}`,
    authorsReading: "Wie der Atlas sie gewichtet",
    sources: "Quellen",
    noSources: "Keine eigene Quelle genannt",
    also: "Außerdem angeführt",
    strip: "Durch die Jahre",
    lifeLine:
      "Die Linie auf der Karte verbindet diese Orte in der Folge der Zeit. Sie sagt nicht, welcher Weg genommen wurde.",
    stationStrip: "Leiter und weitere Personen durch die Jahre",
    people: "Personen hier",
    events: "Ereignisse dazu",
    journeys: "Reisen",
    posts: "Posten",
    otherPosts: "Weitere Posten derselben Person",
    colleagues: "Zur selben Zeit an derselben Station",
    postsThen: "Posten zu dieser Zeit",
    eventsThen: "Ereignisse zu dieser Zeit",
    journeysThen: "Reisen zu dieser Zeit",
    amongTwo: "Zwischen den beiden",
    restsOn: "Was darauf beruht",
    allOf: "Alles, was auf dieser Quelle beruht",
    ties: "Beziehungen",
    reports: "Berichtete an",
    reportsFrom: "Erhielt Berichte von",
    liaisonSure: ["sicher", "vermutet", "hypothetisch"],
    stations: "Stationen",
    more: "An anderem Ort",
    aliases: "Auch genannt",
    identifiers: "Kennungen",
    life: "Lebensdaten",
    names: "Namen",
    until: (year) => `bis ${yearText(year)}`,
    since: (year) => `ab ${yearText(year)}`,
    between: (from, to) => yearRange(from, to, yearText),
    showYear: (year) => `${yearText(year)} zeigen`,
    showOnMap: "Auf der Karte zeigen",
    inAtlas: "Im ganzen Atlas ansehen",
    placeOf: (name) => `Ort: ${name}`,
  },

  listParts: {
    title: (year) => `Alles im Jahr ${yearText(year)}`,
    stations: "Stationen",
    heads: "Leiter",
    people: "Weitere Personen",
    journeys: "Kuriere und Reisen",
    events: "Razzien und andere Ereignisse",
    liaison: "Verbindungslinien",
    ties: "Beziehungen zwischen Personen",
    tray: (all) => `Undatiert: keine Quelle sagt, wann (${number(all)})`,
    trayText: "Einmal gezählt, in keinem Jahr, und auf der Karte nur auf Wunsch.",
    drawTray: "Auch zeichnen",
    hideTray: "Nicht zeichnen",
    perhaps: "vielleicht",
    undated: "undatiert",
    offMap: "nicht auf der Karte",
    contested: "umstritten",
    partisan: "nur parteiliche Quellen",
    setAside: "zurückgestellt, nicht auf der Karte",
    empty: (year) =>
      `Keine Quelle berichtet für ${yearText(year)} von etwas, das mit diesen Einstellungen zu sehen wäre.`,
    more: (rest) => `Mehr zeigen (noch ${number(rest)})`,
    liaisonLine: (from, to) => `${from} – ${to}`,
  },

  graph: {
    button: "Netz",
    toMap: "Karte",
    map: "Netz des Jahres. Alles davon steht in der Tabelle des Fensters „Netz“.",
    title: (year) => `Das Netz von ${yearText(year)}`,
    intro:
      "Wer mit wem verbunden ist, und über welche Station. Eine Linie ist ein Posten, Punkte sind eine Verbindungslinie, Striche eine Beziehung zwischen zwei Personen; dünn oder locker gepunktet ist, was Daten oder Quellen offen lassen, kurz gestrichelt das Vermutete, mit ≠ das Umstrittene, mit halb gefüllter Scheibe, was sich nur auf parteiliche Quellen stützt. Eine Person ist nach dem Sichersten unter ihren Posten und Beziehungen gezeichnet.",
    name: "Name",
    degree: "Bindungen",
    betweenness: "Dazwischen",
    tableCaption: (year) => `Personen und Stationen von ${yearText(year)} nach der Zahl ihrer Bindungen`,
    bestOf: (shown, all) => `Gezeigt werden die ${number(shown)} am besten verbundenen von ${number(all)}.`,
    measuresText:
      "„Bindungen“ zählt die anderen, mit denen jemand verbunden ist. „Dazwischen“ ist der Anteil der kürzesten Wege zwischen zwei anderen, " +
      "die über ihn führen. Beides zählt, was die Quellen berichten, und sagt daher ebenso viel über die Quellen wie über das Netz.",
    noTies: (year) => `Keine Quelle sagt, wer ${yearText(year)} mit wem verbunden war.`,
    raids: "Razzien und Verhaftungen laut den Quellen",
    reckoned: "Aus diesem Netz errechnet; keine Quelle sagt es",
    cutOff: "Ohne das, was sie traf, hätten diese keinen Weg zum Rest dieses Netzes:",
    cutNothing: "Auch ohne das, was sie traf, hätten alle anderen in diesem Netz einen Weg zueinander.",
    cutNobody: (raids) => `${raids === 1 ? "Sie traf" : "Sie trafen"} keine Station und keine Person dieses Netzes.`,
  },

  compare: {
    button: "Vergleich",
    title: "Zwei Bilder nebeneinander",
    group: "Dieses Bild vergleichen mit",
    none: "Nichts",
    year: "Einem anderen Jahr",
    certainty: "Sich selbst: was sicher belegt ist, und was auch möglich ist",
    otherYear: "Das andere Jahr",
    certain: "Sicher Belegtes",
    possible: "Belegtes und Mögliches",
    how: "Verschieben Sie die Linie auf der Karte, um mehr vom einen oder vom anderen zu sehen.",
    handle: "Wo die beiden Bilder aneinanderstoßen",
    value: (left, right) => `links ${left}, rechts ${right}`,
    both: (value) => `Auf beiden Seiten: ${count(value, { one: "Angabe", other: "Angaben" })}.`,
    only: (side) => `Nur in „${side}“`,
  },

  aboutParts: {
    title: "Über den Atlas",
    reading: "Wie er zu lesen ist",
    readingText:
      "Jedes Zeichen stützt sich auf mindestens eine angeführte Quelle. Wählen Sie ein Zeichen oder eine Zeile der Liste: " +
      "Dort steht, was behauptet wird, wie sicher, von wem, und was dem widerspricht. " +
      "Was auf dem Bildschirm ist, steht in der Adresse: Kopieren Sie sie, um es anderen zu zeigen.",
    kindsOfSource: "Was die Arten von Quellen bedeuten",
    sources: "Quellen",
    borders: (attribution, licence) => `Grenzen: ${attribution} (${licence}). Nicht Teil der Daten.`,
    positions: (names) => `Lage von Orten nach: ${names}`,
    ground: "Umrisse der Länder: Natural Earth. Erstellt mit folium.",
    software: "Programme, Landumrisse und Schriften",
    data: "Daten",
    dataLicence: (title) => `Die Daten sind veröffentlicht unter ${title}:`,
    version: (data, program) => `Daten in der Fassung ${data}, gezeichnet von Liaison Atlas ${program}`,
  },

  sourceKinds: {
    scholarship: ["Forschung", "Forschung, die ihre Quellen nennt und von Lektorat oder Verlag geprüft wurde."],
    archive: ["Archivalien", "Ein Schriftstück aus den Ereignissen selbst, im Archiv oder gedruckt."],
    memoir: [
      "Erinnerungen",
      "Später erzählt von jemandem, der dabei war: aus dem Gedächtnis und nicht ohne eigenes Interesse.",
    ],
    encyclopedia: ["Nachschlagewerk", "Eine Zusammenfassung dessen, was andere herausgefunden haben."],
    popular: ["Populäre Darstellung", "Nennt keine Quellen, oder weder Lektorat noch Verlag standen dahinter."],
    partisan: [
      "Parteiliche Quelle",
      "Geschrieben, um recht zu behalten. Was sich nur auf solche Quellen stützt, ist als parteilich gekennzeichnet.",
    ],
    fiction: ["Fiktion", "Erfunden. Sie bleibt von der Überlieferung getrennt."],
  },

  find: "Suche",
  findParts: {
    title: "Suche",
    field: "Namen, Ort, Jahr oder Quelle suchen",
    example: "Name, Ort, Jahr, Quelle",
    results: "Treffer",
    hint: "Namen und Decknamen in jeder Schrift, Orte mit damaligem und heutigem Namen, Ereignisse, Reisen und Quellen. Mehrere Wörter grenzen ein.",
    count: (all, shown) =>
      all === 0
        ? "Nichts gefunden"
        : shown < all
          ? `${number(all)} gefunden, davon ${number(shown)} gezeigt`
          : `${number(all)} gefunden`,
    some: (kind, shown, all) => `${kind}: ${number(shown)} von ${number(all)}`,
    kinds: {
      station: "Stationen",
      person: "Personen",
      place: "Orte",
      event: "Ereignisse",
      journey: "Reisen",
      post: "Posten",
      tie: "Beziehungen",
      source: "Quellen",
    },
    by: (name) => `als ${name}`,
    years: (from, to) => (from === to ? yearText(from) : `${yearText(from)} bis ${yearText(to)}`),
    entries: (value) => count(value, { one: "Eintrag", other: "Einträge" }),
    keys: "Einzelne Tasten: / öffnet diese Suche, die Leertaste spielt die Jahre ab",
  },

  sortParts: {
    title: (by) => `Nach „${by}“ ordnen`,
    columns: { kind: "Art", name: "Name", place: "Ort", date: "Zeit", certainty: "Wie sicher" },
    show: (label) => `Auf der Karte zeigen: ${label}`,
    onMap: "Auf der Karte",
    perhaps: "in diesem Jahr vielleicht",
    liaison: "Verbindungslinie",
    pages: "Seiten der Liste",
    shown: (from, to, all) => `${number(from)}–${number(to)} von ${number(all)}`,
    previous: "Vorige Seite",
    next: "Nächste Seite",
  },

  shareParts: {
    button: "Diese Ansicht teilen",
    title: "Diese Ansicht teilen",
    intro: "Beide führen zu dem, was die Karte jetzt zeigt: Jahr, Ort, Auswahl und Einstellungen.",
    link: "Verweis",
    linkNote:
      "Die Datei liegt auf diesem Rechner. Legen Sie sie für andere dorthin, wo sie sie öffnen können; der Teil nach # bleibt gleich.",
    frame: "Für eine eigene Webseite",
    frameNote: "Legen Sie diese Datei neben jene Seite.",
    copyLink: "Verweis kopieren",
    copyFrame: "Für eine Webseite kopieren",
    copied: "Kopiert",
    byHand: "Es ist markiert: Strg+C drücken (am Mac Befehl+C)",
  },

  printParts: {
    sources: "Quellen",
    cited: "Belegt durch",
    cut: (shown, all) =>
      `Die ersten ${number(shown)} von ${number(all)} Einträgen. Lassen Sie nur sicher Belegtes zeigen, so werden weniger gedruckt.`,
    licence: (title) => `Daten: ${title}`,
  },

  time: {
    monthOf: (month, year) => `${month} ${yearText(year)}`,
    range: (from, to) => yearRange(from, to, yearText),
    value: (period, counts) => `${period}: ${counts}`,
    rangeSpoken: (from, to) => `${yearText(from)} bis ${yearText(to)}`,
    firstYear: "Erstes Jahr",
    rangeButton: "Zeitraum",
    monthsButton: "Monate des Jahres",
    noMonths: "Monate: Keine Quelle datiert in diesem Jahr etwas auf den Monat genau",
    months: (year) => `Monate des Jahres ${yearText(year)}`,
    monthButton: (month, year, dated) =>
      `${month} ${yearText(year)}, ${dated === 0 ? "nichts datiert" : `${dated} datiert`}`,
    speed: (speed) => `Tempo ${speed}×`,
    previousMonth: "Voriger Monat",
    nextMonth: "Nächster Monat",
    earlier: "Zeitraum ein Jahr früher",
    later: "Zeitraum ein Jahr später",
    heldIn: {
      range: (from, to) => `Von ${yearText(from)} bis ${yearText(to)}`,
      month: (month, year) => `Im ${month} ${yearText(year)}`,
    },
    listTitle: {
      range: (from, to) => `Alles, was von ${yearText(from)} bis ${yearText(to)} galt`,
      month: (month, year) => `Alles, was im ${month} ${yearText(year)} gilt`,
    },
    networkTitle: {
      range: (from, to) => `Das Netz von ${yearText(from)} bis ${yearText(to)}`,
      month: (month, year) => `Das Netz im ${month} ${yearText(year)}`,
    },
    listEmpty: "Keine Quelle berichtet aus dieser Zeit etwas, das diese Einstellungen zeigen würden.",
    chart: "Das Schaubild der Jahre",
    chartCertain: "Voll: sicher belegt",
    chartPossible: "Schraffiert: weniger sicher oder nur möglich",
    chartUndated: "Was keine Quelle datiert, steht in keiner Säule.",
    chartKinds: { stations: "Stationen", people: "Personen", journeys: "Reisen", events: "Ereignisse" },
    chartStrike: "Eine Razzia oder Verhaftung in diesem Jahr",
    dated: "Die Monate eines Jahres",
    datedEvent: "Ereignis eines Tages",
    datedRaid: "Razzia oder Verhaftung eines Tages",
    datedJourney: "Reise eines Tages",
    datedMonth: "Kein Tag genannt, nur der Monat",
  },

  layerControl: "Jahr des Netzes",
  broken:
    "Der Atlas kann nicht gezeigt werden: Seine Daten sind nicht lesbar. Bitte erzeugen Sie die Seite neu, oder öffnen Sie sie in einem aktuellen Browser.",
};
