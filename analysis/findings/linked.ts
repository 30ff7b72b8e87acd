import type { Params, Place } from '@shared/i18n/translate';
import type { Translate, WordKey } from '@shared/i18n/translator';
import type { Finding } from '../review';
import type { Behind } from './rows/behind';

/**
 * A sentence, and which of its numbers lead to which rows.
 *
 * @param rows the rows behind a parameter, by its name
 */
export function linked(
  { t }: { readonly t: Translate },
  key: WordKey,
  params: Params,
  rows: Readonly<Record<string, Behind>>,
): Pick<Finding, 'text' | 'links'> {
  const places: Place[] = [];
  const text = t(key, params, (place) => places.push(place));
  const links = places.flatMap(({ name, at, length }) => {
    const of = rows[name];
    if (of === undefined || length === 0) return [];
    const written = text.slice(at, at + length);
    // Of a whole clause only its number leads on.
    const number = /\s/.test(written) ? /\d[\d.,]*/.exec(written) : null;
    return [{ at: at + (number?.index ?? 0), length: number?.[0].length ?? length, of }];
  });
  return { text, links };
}
