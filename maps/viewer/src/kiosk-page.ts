/** Entry point of kiosk.html. */

import { dataBlock } from "./data/page-data";
import { decodeBlock } from "./data/payload-reader";
import type { KioskDocument } from "./data/payload-schema";
import { wordsOf } from "./i18n/viewer-words";
import { KioskApp } from "./kiosk/kiosk-app";
import { reloadAfterFailure } from "./kiosk/page-watchdog";
import { startPage } from "./start-page";

startPage(
  async (data) => new KioskApp(data, await decodeBlock<KioskDocument>(dataBlock("liaison-kiosk"))),
  (language) => wordsOf(language).kiosk.still,
  reloadAfterFailure,
);
