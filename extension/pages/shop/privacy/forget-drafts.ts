/** Removes half-written forms and other marks a page kept under somebody's identifiers. */
export function forgetDrafts(
  storage: Pick<Storage, 'length' | 'key' | 'getItem' | 'removeItem'>,
  marks: readonly string[],
): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  const telling = marks.filter((mark) => mark !== '');
  for (const key of keys) {
    const value = storage.getItem(key) ?? '';
    if (telling.some((mark) => key.includes(mark) || value.includes(mark))) storage.removeItem(key);
  }
}
