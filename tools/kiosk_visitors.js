// Simulate a batch of visitors. The state of the page is one string, which must be the same after every visitor.
async ({ seed, sessions, waitMs }) => {
  let state = seed;
  const next = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const root = document.documentElement;
  const picture = PICTURE;
  const where = () => JSON.stringify([root.lang, root.dataset.strand, root.dataset.contrast, root.dataset.type,
    root.dataset.panel, root.dataset.state, document.querySelector('.leaflet-map-pane').style.transform,
    document.querySelector('.liaison-ground').style.transform, scrollX, scrollY, document.activeElement.tagName,
    document.querySelector('.house').style.rotate, document.querySelector('.panel').hidden,
    picture(document.querySelector('.liaison-ground'))]);
  const event = (type, pointerId, x, y) => (document.elementFromPoint(x, y) ?? root).dispatchEvent(
    new PointerEvent(type, { pointerId, clientX: x, clientY: y, bubbles: true, cancelable: true, pointerType: 'touch' }));
  const spot = () => [next() * innerWidth, innerHeight * (next() < 0.6 ? 0.7 + 0.3 * next() : next())];
  const frame = () => new Promise(requestAnimationFrame);
  const ends = [];
  for (let session = 0; session < sessions; session++) {
    for (let touches = 2 + Math.floor(10 * next()); touches > 0; touches--) {
      const fingers = next() < 0.85 ? 1 : 2;
      const at = Array.from({ length: fingers }, spot);
      at.forEach(([x, y], id) => event('pointerdown', id, x, y));
      if (next() < 0.3) for (let step = 1; step < 4; step++)
        at.forEach((each, id) => { each[0] += 30 * (next() - 0.5); each[1] += 30 * (next() - 0.5); event('pointermove', id, ...each); });
      at.forEach(([x, y], id) => event(next() < 0.95 ? 'pointerup' : 'pointercancel', id, x, y));
      const slider = document.querySelector('.years');
      if (next() < 0.1) { slider.value = String(Number(slider.min) + Math.floor(30 * next())); slider.dispatchEvent(new Event('input')); }
      soak.pass(200 + Math.floor(4000 * next()), 400);
    }
    if (next() < 0.02) soak.pass(4e7, 4e7);
    await frame();
    soak.pass(waitMs, 1000);
    await frame();
    soak.pass(200, 200);
    ends.push(where());
  }
  return ends;
}
