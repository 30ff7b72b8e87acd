import type { Translate, WordKey } from '@shared/i18n/index';
import type { Lang } from '@shared/i18n/lang';
import type { Params } from '@shared/i18n/translate';
import type { Finding } from '../review';
import type { Behind } from './rows/behind';

// A space that no dictionary and no number format uses; being a space, it leaves the choice of singular and
// plural alone.
const MARK = '\u2005';

/**
 * A sentence, and which of its numbers lead to which rows.
 *
 * @param rows the rows behind a parameter, by its name
 */
export function linked(
  { t, lang }: { readonly t: Translate; readonly lang: Lang },
  key: WordKey,
  params: Params,
  rows: Readonly<Record<string, Behind>>,
): Pick<Finding, 'text' | 'links'> {
  const links = Object.entries(rows).flatMap(([name, of]) => {
    const value = params[name];
    if (value === undefined || value === '') return [];
    const written =
      typeof value === 'number' ? value.toLocaleString(lang, { maximumFractionDigits: 2 }) : value;
    // What stands before the mark is the sentence itself: the mark is where the number is.
    const at = t(key, { ...params, [name]: MARK + written }).indexOf(MARK);
    // Of a whole clause only its number leads on.
    const number = /\s/.test(written) ? /\d[\d.,]*/.exec(written) : null;
    if (at < 0) return [];
    return [{ at: at + (number?.index ?? 0), length: number?.[0].length ?? written.length, of }];
  });
  return { text: t(key, params), links: links.sort((a, b) => a.at - b.at) };
}
