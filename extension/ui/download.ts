/**
 * Offers a file to the reader. A link with a blob needs no `downloads` permission and no network.
 */
export function download(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: Firefox starts reading the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
