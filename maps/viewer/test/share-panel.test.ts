import { expect, test } from "vitest";
import { iframeHtml } from "../src/ui/share-panel";

test("a frame names the file beside it, may run its own script, and nothing more", () => {
  const frame = iframeHtml("atlas.html", "#year=1927&lang=en", "The OMS, 1927");
  expect(frame).toContain('src="./atlas.html#year=1927&amp;lang=en"');
  expect(frame).toContain('sandbox="allow-scripts"');
});

test.each(['a"onload="x', "<b>", "javascript:alert(1)", "a b#c?d.html", "Атлас.html"])(
  "a file called %s breaks nothing",
  (file) => {
    const frame = iframeHtml(file, "#year=1927", '"><script>');
    expect(frame.match(/</g)).toHaveLength(2);
    expect(frame.match(/"/g)).toHaveLength(12);
    const source = /src="([^"]*)"/.exec(frame)![1]!;
    expect(new URL(source.replace(/&amp;/g, "&"), "https://example.org/maps/")).toMatchObject({
      protocol: "https:",
      pathname: `/maps/${encodeURIComponent(file)}`,
      hash: "#year=1927",
    });
  },
);
