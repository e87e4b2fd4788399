/* Warns before a session ends, says when it has ended, and lets what stands in a form be sent after signing in again. */
(() => {
    const EVERY = 60_000; // milliseconds
    const SOON = 300; // seconds

    const start = () => {
        const dialog = document.getElementById("session-dialog");
        if (!dialog || !document.getElementById("wagtail-sidebar")) return;
        document.body.append(dialog); // the link that skips to the content has to be the first of the page
        let shown = "";

        const show = (step) => {
            if (step === shown) return;
            shown = step;
            if (!step) {
                dialog.close();
                return;
            }
            for (const part of dialog.querySelectorAll("[data-step]")) {
                part.hidden = part.dataset.step !== step;
                if (!part.hidden) dialog.setAttribute("aria-labelledby", part.querySelector("h2").id);
            }
            if (!dialog.open) dialog.showModal();
        };

        const token = () => {
            const start = `${dialog.dataset.csrf}=`;
            const found = document.cookie.split("; ").find((cookie) => cookie.startsWith(start));
            return found ? found.slice(start.length) : "";
        };

        /* Signing in again gives another token, and forms would be refused with the one they have. */
        const renewForms = () => {
            const now = token();
            if (!now) return;
            for (const field of document.getElementsByName("csrfmiddlewaretoken")) field.value = now;
        };

        const ask = async (method) => {
            const headers = { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" };
            if (method === "POST") headers["X-CSRFToken"] = token();
            let answer;
            try {
                answer = await fetch(dialog.dataset.url, { method, headers, cache: "no-store" });
            } catch {
                return; // no network: nothing is known
            }
            if (answer.status === 403) {
                show("ended");
                return;
            }
            if (!answer.ok) return;
            const { seconds } = await answer.json();
            if (shown === "ended") renewForms();
            show(seconds > SOON ? "" : "soon");
        };

        dialog.addEventListener("click", (event) => {
            if (event.target.closest("[data-stay]")) ask("POST");
            if (event.target.closest("[data-close]")) dialog.close();
        });
        document.addEventListener("visibilitychange", () => document.hidden || ask("GET"));
        setInterval(() => ask("GET"), EVERY);
    };

    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
    else start();
})();
