(() => {
    const slider = document.querySelector("input[type=range][aria-label=Year]");
    return (year) => { slider.value = String(year); slider.dispatchEvent(new Event("input")); };
})()
