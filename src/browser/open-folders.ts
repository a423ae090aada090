// Only in the offline bundle. In: a link that a program of the page has made. Out: it opens the page of its folder: a server answers
// `s/s6/` with that page, a disk with a list of files.

for (const event of ['click', 'auxclick', 'contextmenu'] as const) {
  addEventListener(
    event,
    ({ target }) => {
      const link = target instanceof Element ? target.closest('a') : null;
      if (link === null || link.protocol !== 'file:' || !link.pathname.endsWith('/')) return;
      link.pathname += 'index.html';
    },
    { capture: true },
  );
}
