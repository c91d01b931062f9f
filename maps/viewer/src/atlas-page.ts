/** Entry point of the atlas's pages. */

import { AtlasApp } from "./atlas-app";
import { wordsOf } from "./i18n/viewer-words";
import { startPage } from "./start-page";

startPage(
  (data) => new AtlasApp(data),
  (language) => wordsOf(language).broken,
);
