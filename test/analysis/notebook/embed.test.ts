import { embeddedReview, embedReview, scriptJson } from '@analysis/notebook/embed';
import { expect, test } from 'vitest';
import { review } from './sample';

// Tries F-85 of test/faults.md.

const TEMPLATE =
  '<!doctype html><html><body><script id="review" type="application/json"></script></body></html>';
const PAYLOADS = [
  '</script><script>alert(1)</script>',
  '<!-- <script>',
  '</SCRIPT >',
  ']]>',
  '\u2028\u2029',
  "$& $` $' $1",
  '\\u003c',
  '{"a":"b"}',
];

test.each(PAYLOADS)('%s cannot leave the script element and comes back as it was', (payload) => {
  const text = scriptJson({ payload });
  expect(text).not.toMatch(/[<\u2028\u2029]/);
  expect(JSON.parse(text)).toEqual({ payload });
});

test('the embedded review is the review, whatever its texts hold', () => {
  const hostile = {
    ...review,
    findings: PAYLOADS.map((text, index) => ({ key: `payload.${index}`, text, evidence: {} })),
  };
  const page = embedReview(TEMPLATE, hostile);
  const start = page.indexOf('json">') + 'json">'.length;
  const end = page.indexOf('</script>', start);
  expect(JSON.parse(page.slice(start, end))).toEqual(hostile);
  expect(page.slice(end)).toBe('</script></body></html>');
});

test('a page that is no template is refused with the way out', () => {
  expect(() => embedReview('<html></html>', review)).toThrow(/build it again/);
});

const pageWith = (text: string) =>
  ({
    getElementById: (id: string) => (id === 'review' ? { textContent: text } : null),
  }) as unknown as Document;

test('an empty place, broken JSON and another schema hold no review', () => {
  expect(embeddedReview(pageWith(''))).toBeNull();
  expect(embeddedReview(pageWith('{"schema":'))).toBeNull();
  expect(embeddedReview(pageWith('{"schema":"review/9"}'))).toBeNull();
  expect(embeddedReview(pageWith('[]'))).toBeNull();
  expect(embeddedReview(pageWith(scriptJson(review)))?.asOf).toBe(review.asOf);
});
