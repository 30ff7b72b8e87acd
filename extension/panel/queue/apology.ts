import { waitWords } from '@extension/ui/when';
import type { Translate } from '@shared/i18n/shop';
import { callOf, fillTemplate } from '@shared/text/template';
import type { Waiting } from './waiting';

/**
 * The apology for a wait, with place and wait as the page shows them now. What is not known is not said, and
 * the first in line is not told that nobody is ahead.
 *
 * @param template The shop's own words, or null for the prepared ones.
 */
export function apologyText(
  template: string | null,
  who: { readonly name: string; readonly gift: string },
  waiting: Waiting | null,
  t: Translate,
): string {
  return fillTemplate(template ?? t('panel.say.apology'), {
    call: callOf(who.name, t('panel.say.call')),
    ahead: waiting && waiting.place > 1 ? String(waiting.place - 1) : null,
    waited: waiting ? waitWords(waiting.seconds, waiting.exact, t) : null,
    gift: who.gift,
  }).text;
}
