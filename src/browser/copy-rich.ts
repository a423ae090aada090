// In: text, and the same as HTML where it has a richer form. Out: whether both are on the clipboard now. Word processors take the HTML
// and keep its links; editors take the text. Pages that are not read over https have no clipboard but the older way.

export async function copyRich(text: string, html = ''): Promise<boolean> {
  try {
    if (html === '') await navigator.clipboard.writeText(text);
    else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]);
    return true;
  } catch {
    return copyByEvent(text, html);
  }
}

function copyByEvent(text: string, html: string): boolean {
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    if (html !== '') event.clipboardData?.setData('text/html', html);
  };
  document.addEventListener('copy', fill, { once: true });
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way on pages without https, and every browser has it
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', fill);
  }
}
