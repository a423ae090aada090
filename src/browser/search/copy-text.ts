// In: text. Out: whether it is on the clipboard now. Pages that are not read over https (or from this machine) have no clipboard.

export async function copyText(text: string): Promise<boolean> {
  try {
    // Typed as always there; it is absent where the page is not secure, which the catch below answers.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
