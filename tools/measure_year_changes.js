// Measure from the input to the end of the frame that shows it: the handler, and the main thread's work for the frame.
async (years) => {
    const to = window.toYear, took = [], channel = new MessageChannel();
    for (const year of years) {
        await new Promise((done) => {
            let frame = 0;
            requestAnimationFrame(() => { frame = performance.now(); });
            const start = performance.now();
            to(year);
            const handled = performance.now() - start;
            requestAnimationFrame(() => {
                channel.port1.onmessage = () => { took.push(handled + performance.now() - frame); done(); };
                channel.port2.postMessage(0);
            });
        });
    }
    return took;
}
