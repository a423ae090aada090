// In: a file's name and text. Out: the browser saves it, by a link to a blob: that is a download and not a place to go to.

export function saveFile({ name, mediaType, text }: { name: string; mediaType: string; text: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: mediaType }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
