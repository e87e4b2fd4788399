// Sends feedback without leaving the page. The same form goes to the same address as without this script, and of
// the page that answers, the next step takes the place of the last one. If that fails, all that was typed stays.

const PLACE = "[data-es-feedback]";
const STEP = "[data-es-feedback-step]";
// Not told by aria-busy: screen readers would hold back the news about it.
const sending = new WeakSet<HTMLElement>();

async function nextStep(form: HTMLFormElement, submitter: HTMLElement | null): Promise<HTMLElement> {
    const data = new FormData(form);
    // Older browsers leave out the button that was pressed.
    if (submitter instanceof HTMLButtonElement && submitter.name) data.set(submitter.name, submitter.value);
    const response = await fetch(form.action, {
        method: "POST",
        body: new URLSearchParams([...data].map(([name, value]) => [name, String(value)])),
    });
    // A parsed document runs no script and loads nothing.
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const step = page.querySelector<HTMLElement>(`${PLACE} ${STEP}`);
    if (!response.ok || !step) throw new Error(`feedback: ${response.status}`);
    return document.adoptNode(step);
}

async function send(place: HTMLElement, form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    const step = form.closest<HTMLElement>(STEP);
    const status = place.querySelector<HTMLElement>("[data-es-feedback-status]");
    if (!step || !status || sending.has(place)) return;
    sending.add(place);
    status.textContent = status.dataset.sending ?? "";
    try {
        const next = await nextStep(form, submitter);
        step.replaceWith(next);
        status.textContent = "";
        // Reading goes on at what is wrong, or else at the heading of the new step, which says what happened.
        (next.querySelector<HTMLElement>("[data-es-focus]") ?? next.querySelector<HTMLElement>("h2"))?.focus();
    } catch {
        status.textContent = status.dataset.failed ?? "";
    } finally {
        sending.delete(place);
    }
}

export function start(): void {
    document.querySelectorAll<HTMLElement>(PLACE).forEach((place) => {
        place.addEventListener("submit", (event) => {
            if (!(event.target instanceof HTMLFormElement)) return;
            event.preventDefault();
            void send(place, event.target, event.submitter);
        });
    });
}
