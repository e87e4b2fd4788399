// What tables need that HTML alone cannot say.

const ROLES: [string, string][] = [
    ["thead, tbody", "rowgroup"],
    ["tr", "row"],
    ["thead th", "columnheader"],
    ["tbody th", "rowheader"],
    ["td", "cell"],
];

// Cards are no longer laid out as a table, and some browsers then forget that they are one.
function nameRoles(table: HTMLElement): void {
    table.setAttribute("role", "table");
    ROLES.forEach(([selector, role]) => {
        table.querySelectorAll(selector).forEach((element) => element.setAttribute("role", role));
    });
}

// A box that moves sideways is a stop of the tab key, with a name, only while it does move.
function nameScroller(box: HTMLElement): void {
    const caption = box.querySelector("caption");
    if (box.scrollWidth > box.clientWidth + 1) {
        box.tabIndex = 0;
        box.setAttribute("role", "region");
        if (caption) box.setAttribute("aria-labelledby", caption.id);
    } else {
        ["tabindex", "role", "aria-labelledby"].forEach((name) => box.removeAttribute(name));
    }
}

export function startTables(): void {
    document.querySelectorAll<HTMLElement>('[data-es-table="stack"] table').forEach(nameRoles);
    const observer = new ResizeObserver((entries) => entries.forEach((entry) => nameScroller(entry.target as HTMLElement)));
    document.querySelectorAll<HTMLElement>('[data-es-table="scroll"]').forEach((box) => observer.observe(box));
}
