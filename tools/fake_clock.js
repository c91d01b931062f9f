// Before the page's own script: this script controls its clock and its heartbeat. Frames stay the browser's own.
(() => {
  let now = 0;
  const beats = [];
  performance.now = () => now;
  window.setInterval = (beat) => beats.push(beat);
  window.soak = { pass(ms, beatEvery) {
    for (let passed = 0; passed < ms; passed += beatEvery) { now += beatEvery; for (const beat of beats) beat(); }
  } };
})()
