// Runs before the page's own script, and controls the page's clock and heartbeat. The browser still controls frames.
(() => {
  let now = 0;
  const beats = [];
  performance.now = () => now;
  window.setInterval = (beat) => beats.push(beat);
  window.soak = { pass(ms, beatEvery) {
    for (let passed = 0; passed < ms; passed += beatEvery) { now += beatEvery; for (const beat of beats) beat(); }
  } };
})()
