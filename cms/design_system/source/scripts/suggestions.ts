// Pages offered while a reader types into a search field: a combobox with a list, as ARIA describes it. Without this
// script, or where the site does not answer, the field is what it was.

const FIELD = "input[data-es-suggest]";
const PAUSE = 200; // milliseconds after the last key
const SHORTEST = 3; // characters

interface Suggestion {
    title: string;
    kind: string;
    address: string;
}

function element(name: string, classes: string, text = ""): HTMLElement {
    const made = document.createElement(name);
    made.className = classes;
    made.textContent = text;
    return made;
}

class Suggestions {
    private readonly list = element("ul", "ds_autocomplete__suggestions-list");
    private readonly status = element("div", "visually-hidden");
    private found: Suggestion[] = [];
    private active = -1;
    private timer = 0;
    private asked = new AbortController();

    constructor(private readonly field: HTMLInputElement) {
        const box = element("div", "ds_autocomplete__suggestions");
        this.list.id = `${field.id}-suggestions`;
        this.list.setAttribute("role", "listbox");
        this.list.setAttribute("aria-label", field.dataset.esSuggestName ?? "");
        this.status.setAttribute("role", "status");
        box.append(this.list);
        field.parentElement?.classList.add("ds_autocomplete");
        field.after(box, this.status);
        field.classList.add("js-autocomplete-input");
        field.setAttribute("role", "combobox");
        field.setAttribute("aria-autocomplete", "list");
        field.setAttribute("aria-controls", this.list.id);
        this.show([]);
        field.addEventListener("input", () => this.askSoon());
        field.addEventListener("keydown", (event) => this.press(event));
        field.addEventListener("blur", () => this.close());
        // The field keeps the focus while one is chosen.
        this.list.addEventListener("mousedown", (event) => event.preventDefault());
        this.list.addEventListener("click", (event) => {
            if (event.target instanceof Element) this.open([...this.list.children].indexOf(event.target.closest("li")!));
        });
    }

    private askSoon(): void {
        window.clearTimeout(this.timer);
        this.asked.abort();
        if (this.field.value.trim().length < SHORTEST) this.close();
        else this.timer = window.setTimeout(() => void this.ask(), PAUSE);
    }

    private async ask(): Promise<void> {
        this.asked = new AbortController();
        const address = `${this.field.dataset.esSuggest}?${new URLSearchParams({ q: this.field.value })}`;
        try {
            const response = await fetch(address, { signal: this.asked.signal });
            this.show(response.ok ? (await response.json()).suggestions : []);
        } catch {
            // Another key was pressed meanwhile, or the site is out of reach: searching itself will say so.
        }
    }

    private show(found: Suggestion[]): void {
        this.found = document.activeElement === this.field ? found : [];
        this.list.replaceChildren(
            ...this.found.map((each, number) => {
                const option = element("li", "ds_autocomplete__suggestion");
                option.id = `${this.list.id}-${number}`;
                option.setAttribute("role", "option");
                option.append(
                    element("span", "ds_autocomplete__suggestion__text", each.title),
                    element("span", "es_suggestion__kind", ` ${each.kind}`),
                );
                return option;
            }),
        );
        this.field.classList.toggle("js-has-suggestions", this.found.length > 0);
        this.field.setAttribute("aria-expanded", String(this.found.length > 0));
        this.status.textContent = this.found.length ? (this.field.dataset.esSuggestShown ?? "") : "";
        this.choose(-1);
    }

    private close(): void {
        window.clearTimeout(this.timer);
        this.asked.abort();
        this.show([]);
    }

    private choose(number: number): void {
        this.active = number;
        [...this.list.children].forEach((option, place) => {
            option.classList.toggle("active", place === number);
            option.setAttribute("aria-selected", String(place === number));
        });
        if (number < 0) this.field.removeAttribute("aria-activedescendant");
        else this.field.setAttribute("aria-activedescendant", this.list.children[number].id);
    }

    private press(event: KeyboardEvent): void {
        const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
        if (!this.found.length || event.isComposing) return;
        if (event.key in steps) {
            event.preventDefault();
            // The field itself is one of the places, so that what was typed can be come back to.
            const places = this.found.length + 1;
            this.choose(((this.active + 1 + steps[event.key] + places) % places) - 1);
        } else if (event.key === "Escape") {
            event.preventDefault();
            event.stopPropagation(); // the panel that holds the field stays open
            this.close();
        } else if (event.key === "Enter" && this.active >= 0) {
            event.preventDefault();
            this.open(this.active);
        }
    }

    private open(number: number): void {
        const chosen = this.found[number];
        if (chosen) window.location.assign(chosen.address);
    }
}

export function startSuggestions(): void {
    document.querySelectorAll<HTMLInputElement>(FIELD).forEach((field) => new Suggestions(field));
}
