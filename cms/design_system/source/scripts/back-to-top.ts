// "Back to top" is of use on long pages alone. It lies below the fold there, so showing it moves nothing.

export function showBackToTop(): void {
    const link = document.querySelector(".es_back-to-top");
    if (!link) return;
    const show = (): void => {
        link.classList.toggle("es_back-to-top--shown", document.body.scrollHeight > 2 * window.innerHeight);
    };
    show();
    new ResizeObserver(show).observe(document.body);
}
