/** The words of the kiosk in addition to those of the viewer, in English: the catalogue that the others follow. */

import { numberFormats } from "./intl-formats";

const { count } = numberFormats("en");

export const kioskEn = {
  touch: "Touch to begin",
  stillThere: "Are you still there?",
  backIn: (seconds: number): string =>
    `Back to the beginning in ${count(seconds, { one: "second", other: "seconds" })}`,
  touchToStay: "Touch anywhere to go on",
  bar: "Ways to look",
  tour: "Tour",
  stopOf: (stop: number, all: number): string => `Stop ${stop} of ${all}`,
  next: "Next",
  previous: "Back",
  playTour: "Play",
  pauseTour: "Pause",
  begin: "To the first stop",
  index: "People and places",
  letters: "First letter",
  people: "People",
  places: "Places",
  show: "What is shown",
  contrast: "High contrast",
  largeType: "Large type",
  turn: "Turn round",
  startOver: "Start over",
  shorter: "Sources, in short",
  inFull: "Source in full",
  up: "Up",
  down: "Further down",
  still: "The atlas will be back in a moment.",
  staff: {
    title: "For staff",
    code: "Code",
    wrong: "This is not the code.",
    erase: "Delete",
    enter: "Open",
    program: "Version of the program",
    data: "Version of the data",
    shown: "Hash of what is shown",
    release: "Release",
    uptime: "This page has been running for",
    machineUptime: "The shell has been running for",
    made: "Pages made since then",
    sessions: "Visits since the page was made",
    memory: "Memory of scripts",
    elements: "Elements of the page",
    duration: (hours: number, minutes: number): string => `${hours} h ${minutes} min`,
    megabytes: (size: number): string => `${size} MB`,
    unknown: "not told by this browser",
    countersOff: "The counters are off.",
    countersOn: "The counters are on: visits, years, stations and languages by the hour, on this machine alone.",
    save: "Save the counters as a file",
    forget: "Delete the counters",
    saved: "The file has been offered to the browser.",
  },
};

export type KioskWords = typeof kioskEn;
