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
/** Shorter names stand in other words. */
const NAME_LEAST = 2;

/**
 * The review as it may be handed on: names masked wherever they stand, words about single buyers and cells of files
 * left out, groups of fewer than five buyers not listed. The numbers of the shop stay as they are.
 */
export function sharedReview(review: Review): Review {
  const names = new Set<string>();
  collect(review, names);
  const telling = [...names].filter((name) => name.length >= NAME_LEAST).sort((a, b) => b.length - a.length);
  const masked = (text: string) =>
    telling
      .reduce((all, name) => (all.includes(name) ? all.replaceAll(name, maskName(name)) : all), text)
      .replace(PHONE, '***');
  const inputs = review.inputs.map((input) => ({ ...input, refused: [] }));
  return shared({ ...review, inputs }, masked) as Review;
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
      ofOne && field === 'what' ? '' : shared(one, masked),
    ]),
  );
}

function isLarge(row: unknown): boolean {
  if (typeof row !== 'object' || row === null) return true;
  const counted = COUNTS.find((field) => typeof (row as Record<string, unknown>)[field] === 'number');
  return counted === undefined || (row as Record<string, number>)[counted]! >= SMALL_GROUP;
}
