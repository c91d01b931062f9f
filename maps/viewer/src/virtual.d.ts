declare module "virtual:licences" {
  const licences: { name: string; version: string; licence: string; text: string }[];
  export default licences;
}

/** The messages of each language as JSON, keyed by id, in the format of `@fluent/bundle`; see messages.mjs. */
declare module "virtual:messages" {
  const sources: Readonly<Record<string, string>>;
  export default sources;
}
