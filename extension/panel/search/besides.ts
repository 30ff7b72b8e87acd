import type { Found } from '@extension/book/reads/search';
import type { Translate } from '@shared/i18n/shop';

/** What tells two buyers of one name apart, or the words by which one was found. */
export function besides({ buyer, by, passage }: Found, t: Translate): string {
  if (passage !== '') return passage;
  if (by !== 'name') return t(`panel.findBy.${by}`);
  return buyer.grade || buyer.facts.slice(0, 2).join(' · ') || t('panel.since', { day: buyer.since });
}
