// Shows how far a sending is every few seconds. Without it the page has a link that does the same.
(() => {
    const EVERY = 4000;
    const shown = document.getElementById("sending-state");
    if (!shown) return;

    const show = async () => {
        const response = await fetch(shown.dataset.url, { headers: { Accept: "text/html" } });
        const fresh = document.createElement("template");
        fresh.innerHTML = response.ok ? await response.text() : "";
        const state = fresh.content.querySelector("[data-stage]");
        if (state && state.dataset.stage !== shown.dataset.stage) {
            window.location.reload();
        } else if (state) {
            shown.replaceChildren(fresh.content);
        }
    };

    const look = async () => {
        // Nobody loses the button they are about to press.
        if (!document.hidden && !shown.contains(document.activeElement)) {
            await show().catch(() => {});
        }
        window.setTimeout(look, EVERY);
    };
    window.setTimeout(look, EVERY);
})();
