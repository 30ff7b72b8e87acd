/**
 * Words as they are typed into one field: by line, comma or the Chinese enumeration comma. Spaces belong to a
 * phrase. Each once, none longer than the list takes.
 */
export function wordsOf(typed: string): readonly string[] {
  const words = typed
    .split(/[\n,，、|]/)
    .map((word) => word.trim())
    .filter((word) => word !== '' && word.length <= 40);
  return [...new Set(words)].slice(0, 300);
}
