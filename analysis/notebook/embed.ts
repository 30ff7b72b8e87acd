import type { LetterRows } from '../findings/rows/taken';
import type { Review } from '../review';

/** A review as it travels in a letter, with the rows behind its numbers. */
export type EmbeddedReview = Review & { readonly rows?: LetterRows };

/** Where the letter keeps its review. */
export const EMBED_ID = 'review';
const EMPTY_SCRIPT = `<script id="${EMBED_ID}" type="application/json"></script>`;

/**
 * JSON that may stand inside a script element: no `<` is left that could end it or open a comment, and none
 * of the two line separators older parsers trip over. It parses to the same value.
 *
 * @example scriptJson({ a: '</script>' }) // => '{"a":"\\u003c/script>"}'
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

/**
 * The stand-alone letter: the built template with a review put in. The script that draws it stays as built,
 * so that its hash in the content policy still fits; JSON in a script element is never executed.
 *
 * Throws an error when the template has no empty place for a review: it is then not the built letter.
 */
export function embedReview(template: string, review: EmbeddedReview): string {
  const place = template.indexOf(EMPTY_SCRIPT);
  if (place < 0) throw new Error(`The letter template has no ${EMPTY_SCRIPT}; build it again.`);
  const filled = EMPTY_SCRIPT.replace('></', () => `>${scriptJson(review)}</`);
  return template.slice(0, place) + filled + template.slice(place + EMPTY_SCRIPT.length);
}

/** The review embedded in a page, or null when its place is empty or holds something else. */
export function embeddedReview(page: Document): EmbeddedReview | null {
  const text = page.getElementById(EMBED_ID)?.textContent?.trim();
  if (!text) return null;
  try {
    const value: unknown = JSON.parse(text);
    const isReview = typeof value === 'object' && value !== null && 'schema' in value;
    return isReview && value.schema === 'review/1' ? (value as EmbeddedReview) : null;
  } catch {
    return null;
  }
}
