/**
 * Every text of the viewer, in English: the catalogue that the others follow, key by key.
 *
 * For translators: a language is one file of this shape, registered in `viewer-words.ts`; the type `Words` requires the
 * same keys. A sentence with a number or a name in it is a function, so that you decide about plural, case and order;
 * `numberFormats` picks the plural. Say no more than the English does: "perhaps" is a date that allows it, not a guess
 * of ours. Keep the texts of buttons short. Nothing here is HTML. The words of Python for the data (dates, standings)
 * are in `layers/wording/`, the translated texts of the data in the translations.csv of a data set.
 */

import type { SourceKind } from "../data/payload-types";
import { numberFormats } from "./intl-formats";
import { yearFigure, yearRange } from "./year-text";

const { number, count: counting } = numberFormats("en");
const count = (value: number, one: string, many: string): string => counting(value, { one, other: many });

const yearText = (year: number): string => yearFigure(year, (count) => `${count} BC`);

/** "7 stations, 2 of them perhaps" */
function counted(all: number, perhaps: number, one: string, many: string): string {
  const words = count(all, one, many);
  if (perhaps === 0) return words;
  if (perhaps === all) return all === 1 ? `${words}, perhaps` : `${words}, all of them perhaps`;
  return `${words}, ${perhaps} of them perhaps`;
}

/** Names of countries that English uses with the article. */
const WITH_ARTICLE =
  /^(?:United|Soviet|Netherlands|Philippines|Russian|.*(?:Union|Kingdom|Republic|Empire|Mandate|Indies|Islands|States)\b)/;
const withArticle = (country: string): string => (WITH_ARTICLE.test(country) ? `the ${country}` : country);

export const en = {
  ownName: "English",
  direction: "ltr",
  language: "Language",
  /** A year as a figure: "1927", "47 BC". */
  yearText,
  /** The note on a text that is missing in the reader's language. */
  writtenIn: { en: "in English", de: "in German", ru: "in Russian", zh: "in Chinese" } as Readonly<
    Record<string, string>
  >,

  months: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"],

  skip: "Go to all that the map shows, in words",
  map: "Map. Arrow keys move it, plus and minus zoom. All that it shows is in the list.",
  timeline: "Timeline",
  year: "Year",
  play: "Play the years",
  pause: "Pause",
  back: "Previous year",
  forward: "Next year",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  wholeMap: "Show the whole network",
  tools: "Views and settings",
  close: "Close",
  list: "List",
  layersButton: "Layers",
  legend: "Legend",
  about: "About",
  dark: "Dark",
  light: "Light",
  toDark: "Dark style",
  toLight: "Light style",
  otherYears: "Other years",
  wholeAtlas: "Whole atlas",
  selection: "What is selected",
  backToList: "All of this year",

  layers: {
    title: "What the map shows",
    group: "Layers",
    stations: "Stations",
    heads: "Heads",
    people: "Other people, when the map is enlarged",
    couriers: "Couriers and journeys",
    raids: "Raids and other events",
    liaison: "Lines of liaison",
    certaintyGroup: "How sure",
    possible: "Seen and possible",
    certain: "Only what is seen and certain",
    undated: "Also what no source dates",
    strandGroup: "Which account",
    onlyGroup: "Show only",
    onlyKinds: {
      contested: "Contested claims: the sources disagree",
      partisan: "Partisan claims: from partisan sources alone",
    },
    styleGroup: "Style",
    system: "As the system prefers",
  },

  backToStrand: (title: string): string => `Back: ${title}`,
  onlyBanner: {
    contested: "Contested claims only",
    partisan: "Partisan sources only",
    both: "Contested claims and partisan sources only",
  },

  counts: {
    stations: (all: number, perhaps: number): string => counted(all, perhaps, "station", "stations"),
    heads: (all: number, perhaps: number): string => counted(all, perhaps, "head", "heads"),
    people: (all: number, perhaps: number): string => counted(all, perhaps, "other person", "other people"),
    journeys: (all: number, perhaps: number): string => counted(all, perhaps, "journey", "journeys"),
    events: (all: number, perhaps: number): string => counted(all, perhaps, "event", "events"),
    nothing: "nothing that a source tells of",
    /** Of the tray, whatever the year: it is the text of a button. */
    undated: (all: number): string => `${number(all)} undated`,
  },

  kinds: {
    station: "Station",
    post: "Post",
    journey: "Journey",
    event: "Event",
    tie: "Tie",
    person: "Person",
    place: "Place",
    source: "Source",
  },

  certaintyStyles: {
    certain: "Seen in this year",
    lessCertain: "Seen, less certain",
    possible: "Possible in this year",
    conjectured: "Conjectured",
    undated: "Undated: no source says when",
    contested: "Contested: the sources disagree",
    partisan: "Partisan sources alone",
    somewhere: "Somewhere in a country",
    accuracy: "The area within which it lies",
    fiction: "Fiction",
    cluster: "More at this place: press to open",
  },

  legendParts: {
    title: "Legend",
    stations: "Stations",
    people: "People",
    head: "Head of a station",
    person: "Another person",
    lines: "Ways",
    events: "Events",
    sureness: "How surely",
    journey: "Journey, from its wide end to its arrow",
    openJourney: "Journey whose other end no source tells: it fades out there",
    liaison: "Line of liaison",
    intro: "Shape says what it is; how a mark is drawn says how surely it is known.",
  },

  card: {
    when: "When",
    noDate: "No source says when",
    inYear: (year: number): string => `In ${yearText(year)}`,
    holds: [
      "No",
      "Not known: it is undated",
      "Perhaps: its dates allow it, but do not settle it",
      "Yes: it is seen in this time",
    ],
    inferred: "Inferred",
    sure: "How sure",
    certainty: ["Certain", "Less certain", "Uncertain"],
    /** For fiction: "Certain, within the story" */
    inStory: (sure: string): string => `${sure}, within the story`,
    standing: "Standing",
    standings: ["Attested", "Partisan", "Fiction"],
    contested: "Contested",
    sourcesDiffer: "The sources disagree: ",
    rank: ["Preferred among competing claims", "", "Set aside in favour of a competing claim"],
    where: "Where",
    nowhere: "No source says where",
    notLocated: "not located",
    way: "Way",
    from: "from",
    via: "by way of",
    to: "to",
    unknownOrigin: "No source says from where",
    unknownDestination: "No source says where to",
    within: (distance: string): string => `within about ${distance}`,
    somewhere: (country: string): string => `somewhere in ${withArticle(country)}`,
    /** A place by its name of the time, with its present name. */
    renamed: (then: string, now: string): string => `${then} (today ${now})`,
    inCountry: (place: string, country: string): string => `${place}, ${country}`,
    metres: (metres: number): string => (metres < 1000 ? `${number(metres)} m` : `${number(metres / 1000)} km`),
    at: "At",
    who: "Who",
    others: "Where the sources differ",
    reading: "Which reading the map shows",
    takeReading: (label: string): string => `Only this one: ${label}`,
    authorsReading: "As the atlas ranks them",
    sources: "Sources",
    noSources: "No source of its own is named",
    also: "Also cited",
    strip: "Through the years",
    lifeLine: "The line on the map joins these places in order of time. It does not say which way was taken.",
    stationStrip: "Heads and people through the years",
    people: "People here",
    events: "What touched it",
    journeys: "Journeys",
    posts: "Posts",
    otherPosts: "Other posts of the same person",
    colleagues: "At the same station then",
    postsThen: "Posts at that time",
    eventsThen: "Events at that time",
    journeysThen: "Journeys at that time",
    amongTwo: "Between the two",
    restsOn: "What rests on it",
    allOf: "All that rests on this source",
    ties: "Ties",
    reports: "Reported to",
    reportsFrom: "Received reports from",
    liaisonSure: ["certain", "conjectured", "hypothetical"],
    stations: "Stations",
    more: "Elsewhere",
    aliases: "Also called",
    identifiers: "Identifiers",
    life: "Life",
    names: "Names",
    until: (year: number): string => `until ${yearText(year)}`,
    since: (year: number): string => `from ${yearText(year)}`,
    between: (from: number, to: number): string => yearRange(from, to, yearText),
    showYear: (year: number): string => `Show ${yearText(year)}`,
    showOnMap: "Show on the map",
    inAtlas: "See it in the whole atlas",
    placeOf: (name: string): string => `Place: ${name}`,
  },

  listParts: {
    title: (year: number): string => `All that holds in ${yearText(year)}`,
    stations: "Stations",
    heads: "Heads",
    people: "Other people",
    journeys: "Couriers and journeys",
    events: "Raids and other events",
    liaison: "Lines of liaison",
    ties: "Ties between people",
    /** "Undated: no source says when (34)" */
    tray: (all: number): string => `Undated: no source says when (${number(all)})`,
    trayText: "Counted once, in no year, and on the map only when you ask for it.",
    drawTray: "Draw them too",
    hideTray: "Do not draw them",
    perhaps: "perhaps",
    undated: "undated",
    offMap: "not on the map",
    contested: "contested",
    partisan: "partisan sources alone",
    setAside: "set aside, not on the map",
    empty: (year: number): string => `No source tells of anything in ${yearText(year)} that these settings would show.`,
    more: (rest: number): string => `Show more (${rest} left)`,
    liaisonLine: (from: string, to: string): string => `${from} to ${to}`,
  },

  graph: {
    button: "Network",
    toMap: "Map",
    map: "Network of the year. All of it is in the table of the panel Network.",
    title: (year: number): string => `The network of ${yearText(year)}`,
    intro:
      "Who is tied to whom, and through which station. A line is a post, dots are liaison, dashes are a tie between two people; thin or sparse is what the dates or the sources leave open, in short dashes what is conjectured, with ≠ what is contested, with a half-filled disc what rests on partisan sources alone. A person is drawn as the surest of their posts and ties.",
    name: "Name",
    degree: "Ties",
    betweenness: "Between",
    tableCaption: (year: number): string => `People and stations of ${yearText(year)} by the number of their ties`,
    bestOf: (shown: number, all: number): string => `The ${shown} best connected of ${all} are shown.`,
    measuresText:
      "Ties counts the others to whom someone is tied. Between is the share of shortest ways between two others that pass " +
      "through them. Both count what the sources tell, so they say as much about the sources as about the network.",
    noTies: (year: number): string => `No source tells who was tied to whom in ${yearText(year)}.`,
    raids: "Raids and arrests, as the sources tell them",
    reckoned: "Worked out from this network; no source says so",
    cutOff: "Without what it struck, these would have no way to the rest of this network:",
    cutNothing: "Without what it struck, everyone else in this network would still have a way to the others.",
    /** For one raid or arrest, or several. */
    cutNobody: (raids: number): string =>
      `${raids === 1 ? "It" : "They"} struck no station and no person of this network.`,
  },

  compare: {
    button: "Compare",
    title: "Two pictures side by side",
    group: "Compare this picture with",
    none: "Nothing",
    year: "Another year",
    certainty: "Itself: what is seen and certain, and what is possible too",
    otherYear: "The other year",
    certain: "Seen and certain",
    possible: "Seen and possible",
    how: "Move the line on the map to see more of the one or of the other.",
    handle: "Where the two pictures meet",
    value: (left: string, right: string): string => `${left} on the left, ${right} on the right`,
    both: (number: number): string => `${count(number, "claim holds", "claims hold")} on both sides.`,
    only: (side: string): string => `Only in “${side}”`,
  },

  aboutParts: {
    title: "About",
    reading: "How to read it",
    readingText:
      "Every mark rests on at least one cited source. Choose a mark or a row of the list to see what is claimed, " +
      "how surely, by whom, and what contradicts it. A state of the screen is in its address: copy it to show it to others.",
    kindsOfSource: "What the kinds of source mean",
    sources: "Sources",
    borders: (attribution: string, licence: string) => `Borders: ${attribution} (${licence}). Not part of the data.`,
    positions: (names: string): string => `Positions of places after: ${names}`,
    ground: "Land outlines: Natural Earth. Made with folium.",
    software: "Software, land and letters",
    data: "Data",
    dataLicence: (title: string): string => `The data are published under ${title}:`,
    version: (data: string, program: string): string =>
      `Version ${data} of the data, drawn by Liaison Atlas ${program}`,
  },

  sourceKinds: {
    scholarship: ["Scholarship", "Research that names its sources and was passed by an editor or a press."],
    archive: ["Archive", "A document of the events themselves, in an archive or in print."],
    memoir: ["Memoir", "Told afterwards by someone who was there, from memory and with an interest."],
    encyclopedia: ["Reference work", "A summary of what others have found."],
    popular: ["Popular account", "Names no sources, or no editor or press stood behind it."],
    partisan: ["Partisan", "Written to win an argument. What rests on such sources alone is marked as partisan."],
    fiction: ["Fiction", "Invented. It is kept apart from the record."],
  } satisfies Record<SourceKind, [string, string]>,

  find: "Find",
  findParts: {
    title: "Find",
    field: "Find a name, a place, a year or a source",
    example: "Name, place, year, source",
    results: "What was found",
    hint: "Names and aliases in any script, places by their names then and now, events, journeys and sources. Several words narrow it down.",
    /** "34 found, 20 of them shown" */
    count: (all: number, shown: number): string =>
      all === 0 ? "Nothing found" : shown < all ? `${all} found, ${shown} of them shown` : `${all} found`,
    /** "Journeys: 8 of 706" */
    some: (kind: string, shown: number, all: number): string => `${kind}: ${shown} of ${all}`,
    kinds: {
      station: "Stations",
      person: "People",
      place: "Places",
      event: "Events",
      journey: "Journeys",
      post: "Posts",
      tie: "Ties",
      source: "Sources",
    },
    by: (name: string): string => `as ${name}`,
    years: (from: number, to: number): string =>
      from === to ? yearText(from) : `${yearText(from)} to ${yearText(to)}`,
    entries: (number: number): string => count(number, "entry", "entries"),
    keys: "Single keys: / opens this search, the space bar plays the years",
  },

  sortParts: {
    title: (by: string): string => `Sort by ${by}`,
    columns: { kind: "Kind", name: "Name", place: "Place", date: "Date", certainty: "How sure" },
    show: (label: string): string => `Show on the map: ${label}`,
    onMap: "On the map",
    perhaps: "in this year perhaps",
    liaison: "Line of liaison",
    pages: "Pages of the list",
    /** "101–200 of 30412" */
    shown: (from: number, to: number, all: number): string => `${from}–${to} of ${all}`,
    previous: "Previous page",
    next: "Next page",
  },

  shareParts: {
    button: "Share this view",
    title: "Share this view",
    intro: "Both lead to what the map shows now: year, place, selection and settings.",
    link: "Link",
    linkNote:
      "The file lies on this computer. For others, put it where they can open it; the part after # stays the same.",
    frame: "For a web page of your own",
    frameNote: "Put this file beside that page.",
    copyLink: "Copy the link",
    copyFrame: "Copy for a web page",
    copied: "Copied",
    byHand: "It is selected: press Ctrl+C (on a Mac, Command+C)",
  },

  printParts: {
    sources: "Sources",
    cited: "Cited",
    cut: (shown: number, all: number): string =>
      `The first ${shown} of ${all} entries. Show only what is seen and certain, and fewer are printed.`,
    licence: (title: string): string => `Data: ${title}`,
  },

  time: {
    monthOf: (month: string, year: number): string => `${month} ${yearText(year)}`,
    /** Short, for the large figures of the heading. */
    range: (from: number, to: number): string => yearRange(from, to, yearText),
    /** Spoken when the slider moves. */
    value: (period: string, counts: string): string => `${period}: ${counts}`,
    rangeSpoken: (from: number, to: number): string => `${yearText(from)} to ${yearText(to)}`,
    firstYear: "First year",
    rangeButton: "Range of years",
    monthsButton: "Months of the year",
    noMonths: "Months: no source dates anything in this year to the month",
    months: (year: number): string => `Months of ${yearText(year)}`,
    monthButton: (month: string, year: number, dated: number): string =>
      `${month} ${yearText(year)}, ${dated === 0 ? "nothing dated" : `${dated} dated`}`,
    speed: (speed: string): string => `Speed ${speed}×`,
    previousMonth: "Previous month",
    nextMonth: "Next month",
    earlier: "Range one year earlier",
    later: "Range one year later",
    heldIn: {
      range: (from: number, to: number): string => `From ${yearText(from)} to ${yearText(to)}`,
      month: (month: string, year: number): string => `In ${month} ${yearText(year)}`,
    },
    listTitle: {
      range: (from: number, to: number): string => `All that held from ${yearText(from)} to ${yearText(to)}`,
      month: (month: string, year: number): string => `All that holds in ${month} ${yearText(year)}`,
    },
    networkTitle: {
      range: (from: number, to: number): string => `The network from ${yearText(from)} to ${yearText(to)}`,
      month: (month: string, year: number): string => `The network of ${month} ${yearText(year)}`,
    },
    listEmpty: "No source tells of anything in this time that these settings would show.",
    chart: "The chart of the years",
    chartCertain: "Full: seen and certain",
    chartPossible: "Hatched: less certain, or only possible",
    chartUndated: "What no source dates is in no column.",
    chartKinds: { stations: "Stations", people: "People", journeys: "Journeys", events: "Events" },
    chartStrike: "A raid or an arrest in that year",
    dated: "The months of a year",
    datedEvent: "Event of a day",
    datedRaid: "Raid or arrest of a day",
    datedJourney: "Journey of a day",
    datedMonth: "No day is told, only the month",
  },

  layerControl: "Year of the network",
  broken:
    "The atlas cannot be shown: its data cannot be read. Please build the page again, or open it in a current browser.",
};

export type Words = typeof en;
