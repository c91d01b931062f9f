new MutationObserver((_, observer) => {
    if (document.documentElement?.dataset.ready !== "true") return;
    observer.disconnect();
    window.readyAt = performance.now();
}).observe(document, { subtree: true, attributes: true, childList: true });
addEventListener("load", () => requestAnimationFrame(() => { window.loadedAt = performance.now(); }));
