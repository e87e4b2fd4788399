// A message that answers what the reader just sent, be it errors or thanks, is where reading goes on.

export function focusNews(): void {
    document.querySelector<HTMLElement>("[data-es-focus]")?.focus();
}
