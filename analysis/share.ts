import { maskName } from '@shared/text/mask';
import type { Review } from './review';

/** A group of fewer buyers tells of single people. */
export const SMALL_GROUP = 5;

/**
 * Fields that count the people of a group, or what single people answered, were given or waited for: a week with one
 * answer tells what one buyer thinks. The first there is decides.
 */
const COUNTS = ['size', 'buyers', 'answered', 'n', 'waits', 'gifts', 'gaps', 'settled'] as const;
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
/** Shorter names stand in other words, and a short number in dates and counts. */
const TELLING = /^(?!\d{1,5}$).{2,}$/su;

/**
 * The review as it may be handed on: names masked wherever they stand, words about single buyers and cells of files
 * left out, groups of fewer than five buyers not listed. The numbers of the shop stay as they are.
 */
export function sharedReview(review: Review): Review {
  const names = new Set<string>();
  collect(review, names);
  const telling = [...names]
    .filter((name) => TELLING.test(name))
    .sort((a, b) => b.length - a.length)
    .map((name) => ({ name, whole: wholeWord(name), mask: maskName(name) }));
  const masked = (text: string) =>
    telling
      .reduce((all, { name, whole, mask }) => (all.includes(name) ? all.replace(whole, mask) : all), text)
      .replace(PHONE, '***');
  const inputs = review.inputs.map((input) => ({ ...input, refused: [] }));
  return shared({ ...review, inputs }, masked) as Review;
}

/** Not within a longer word of letters or digits: "Li" is no part of "List", "12" none of a file's hash. */
function wholeWord(name: string): RegExp {
  const start = /^[a-z\d]/i.test(name) ? '(?<![A-Za-z\\d])' : '';
  const end = /[a-z\d]$/i.test(name) ? '(?![A-Za-z\\d])' : '';
  return new RegExp(`${start}${name.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')}${end}`, 'g');
}

/** Every name a row about one buyer bears. */
function collect(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && 'buyer' in value && typeof value.buyer === 'string') {
    names.add(value.buyer);
    if ('name' in value && typeof value.name === 'string') names.add(value.name);
  }
  for (const one of Object.values(value)) collect(one, names);
}

function shared(value: unknown, masked: (text: string) => string): unknown {
  if (typeof value === 'string') return masked(value);
  if (Array.isArray(value)) return value.filter(isLarge).map((one) => shared(one, masked));
  if (typeof value !== 'object' || value === null) return value;
  const ofOne = 'buyer' in value && typeof value.buyer === 'string';
  return Object.fromEntries(
    Object.entries(value).map(([field, one]) => [
      field,
      ofOne && field === 'what' ? '' : ofOne && isName(field, one) ? maskName(one) : shared(one, masked),
    ]),
  );
}

/** A row's own name is masked, however short. */
const isName = (field: string, value: unknown): value is string =>
  (field === 'buyer' || field === 'name') && typeof value === 'string';

function isLarge(row: unknown): boolean {
  if (typeof row !== 'object' || row === null) return true;
  const counted = COUNTS.find((field) => typeof (row as Record<string, unknown>)[field] === 'number');
  return counted === undefined || (row as Record<string, number>)[counted]! >= SMALL_GROUP;
}
