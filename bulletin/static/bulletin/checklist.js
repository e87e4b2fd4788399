// Opens the place that a line of the checklist leads to, and the panels round it.
(() => {
    const open = (hash) => {
        const place = document.getElementById(hash.slice(1));
        const inner = place?.matches("[data-panel]") ? place.querySelector(".w-panel__content") : place;
        // Wagtail opens a panel when the browser is about to show something in it.
        inner?.dispatchEvent(new Event("beforematch", { bubbles: true }));
        // At once: what was opened grows, and a smooth scroll would end on the way.
        place?.scrollIntoView({ behavior: "instant" });
    };

    // Before the browser goes there, and also when it has been there already.
    document.addEventListener("click", (event) => {
        const link = event.target.closest(".es_problems a");
        if (link) open(link.hash);
    });
    window.addEventListener("load", () => open(window.location.hash));
})();
