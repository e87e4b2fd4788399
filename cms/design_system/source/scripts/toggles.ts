// The menu and the search of small screens: a labelled button opens each, and Escape closes it.

const ACTIVE = "ds_site-header__control--active";
const OPEN = "es_open";

function panelOf(button: HTMLElement): HTMLElement | null {
    return document.getElementById(button.getAttribute("aria-controls") ?? "");
}

function isOpen(button: HTMLElement): boolean {
    return button.getAttribute("aria-expanded") === "true";
}

function set(button: HTMLElement, open: boolean): void {
    button.setAttribute("aria-expanded", String(open));
    button.classList.toggle(ACTIVE, open);
    panelOf(button)?.classList.toggle(OPEN, open);
}

export function startToggles(): void {
    const buttons = Array.from(document.querySelectorAll<HTMLElement>("[data-es-toggle]"));

    buttons.forEach((button) => {
        button.addEventListener("click", () => {
            const open = !isOpen(button);
            // Two open panels would push the page off a small screen.
            buttons.forEach((other) => set(other, other === button && open));
            const target = button.dataset.esFocusOnOpen;
            if (open && target) document.getElementById(target)?.focus();
        });
    });

    document.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        const button = buttons.find(isOpen);
        if (!button) return;
        set(button, false);
        button.focus();
    });
}
