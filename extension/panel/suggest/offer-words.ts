import type { IconName } from '@extension/ui/Icon';
import type { AnyTranslate } from '@extension/ui/more';
import { dueWords } from '@extension/ui/when';
import type { Day } from '@shared/calendar/day';
import { formatMoney } from '@shared/text/money';
import { offWords } from '../buyer/off-words';
import type { Offer } from './offers';

/** How an offer is shown: what it would become, and what would stand in it. */
export interface OfferWords {
  readonly icon: IconName;
  readonly label: string;
  readonly says: string;
}

export function offerWords(offer: Offer, today: Day, lang: string, t: AnyTranslate): OfferWords {
  const { said, person } = offer;
  if (said.sort === 'complaint') {
    const { cause } = said.complaint;
    return { icon: 'late', label: t('panel.act.complaint'), says: t(`records.complaint.cause.${cause}`) };
  }
  if (said.sort === 'commitment') return commitmentWords(said.commitment, today, lang, t);
  const { topic, fact } = said.fact;
  if (topic === 'date') return { icon: 'clock', label: t('panel.act.date'), says: fact };
  if (topic === 'recipient') return { icon: 'gift', label: t('panel.act.recipient'), says: fact };
  if (person !== null) return { icon: 'people', label: t('panel.act.person'), says: `${person} · ${fact}` };
  return { icon: 'note', label: t('suggest.fact'), says: fact };
}

type Committed = Extract<Offer['said'], { readonly sort: 'commitment' }>['commitment'];

function commitmentWords(said: Committed, today: Day, lang: string, t: AnyTranslate): OfferWords {
  const due = said.due.on === 'open' ? '' : dueWords(said.due, today, lang, t);
  const join = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');
  switch (said.table) {
    case 'promise': {
      // The day first: in a narrow panel the end of the line is cut, and the words stand below.
      const amount = said.amount ? formatMoney(said.amount, lang) : '';
      const kind = t(`records.promise.kind.${said.kind}`);
      return { icon: 'promise', label: t('panel.act.promise'), says: join(due, amount, kind) };
    }
    case 'discount': {
      const when = said.due.on === 'day' ? due : t(`records.discount.when.${said.kind}`);
      return { icon: 'discount', label: t('panel.act.discount'), says: join(offWords(said, lang, t), when) };
    }
    case 'gift':
      return { icon: 'gift', label: t('panel.act.gift'), says: join(said.what, due) };
  }
}
