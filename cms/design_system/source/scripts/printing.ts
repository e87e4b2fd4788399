// Printing opens what is closed, and closes it again afterwards.

export function startPrinting(): void {
    window.addEventListener("beforeprint", () => {
        document.querySelectorAll<HTMLDetailsElement>("main details:not([open])").forEach((details) => {
            details.open = true;
            details.dataset.esPrinted = "";
        });
    });
    window.addEventListener("afterprint", () => {
        document.querySelectorAll<HTMLDetailsElement>("details[data-es-printed]").forEach((details) => {
            details.open = false;
            delete details.dataset.esPrinted;
        });
    });
}
