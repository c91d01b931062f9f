// Dispatch a real event at many points of the map, and measure how long the viewer takes to find the feature there.
() => {
    const map = document.querySelector(".leaflet-container"), box = map.getBoundingClientRect(), took = [];
    for (let i = 0; i < 200; i++) {
        const at = { clientX: box.left + ((i * 7919) % box.width), clientY: box.top + ((i * 104729) % box.height), bubbles: true };
        const start = performance.now();
        map.dispatchEvent(new MouseEvent("mousemove", at));
        took.push(performance.now() - start);
    }
    return took;
}
