import './parcels.css';
import { findBuyer } from '@extension/book/reads/accounts';
import { buyerView } from '@extension/book/reads/buyer';
import { giftShelf } from '@extension/book/reads/stock';
import type { Who } from '@extension/book/who';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { shortDay } from '@extension/ui/when';
import type { GiftKind } from '@shared/records/gift';
import { givenBefore, surpriseFor } from '@shared/records/surprise';
import { usePanel } from '../state/context';
import { identityOf } from '../state/subject';

interface GiftAdviceProps {
  readonly who: Who;
  readonly kind: GiftKind;
  /** What is written in the form so far. */
  readonly what: string;
  readonly stockId: string | null;
  readonly onPick: (name: string) => void;
}

/** Whether a surprise is in place, and which (P8); never the same twice to one buyer. Private throughout (J9). */
export function GiftAdvice({ who, kind, what, stockId, onPick }: GiftAdviceProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const today = session.today.value;
  const known = useLive(async () => {
    const buyerId = 'buyerId' in who ? who.buyerId : (await findBuyer(book, who.account))?.id;
    const view = buyerId ? await buyerView(book, buyerId) : null;
    return view ? { view, shelf: await giftShelf(book) } : null;
  }, [book, identityOf(who)]);
  if (!known) return null;
  const { view, shelf } = known;
  const before = givenBefore(view.gifts, { name: what, stockId });
  if (before) {
    return (
      <p class="notice">
        {t('parcels.gift.sameAgain', { what: before.what, day: shortDay(before.saidOn, today) })}
      </p>
    );
  }
  if (kind !== 'surprise' || what !== '') return null;
  const advice = surpriseFor(view, shelf, today);
  switch (advice.kind) {
    case 'new':
      return null;
    case 'mend-first':
      return <p class="notice">{t('parcels.gift.mendFirst')}</p>;
    case 'lately':
      return <p class="quiet small">{t('parcels.gift.lately', { day: shortDay(advice.on, today) })}</p>;
    case 'nothing-new':
      return <p class="quiet small">{t('parcels.gift.nothingNew')}</p>;
    case 'give':
      return (
        <div class="private gift-advice">
          <span>{t('parcels.gift.suggest')}</span>{' '}
          {advice.lines.slice(0, 3).map(({ line }) => (
            <button
              type="button"
              class="chip"
              key={line.id}
              onClick={(event) => {
                onPick(line.name);
                event.currentTarget.form?.querySelector('input')?.focus();
              }}
            >
              {line.name}
            </button>
          ))}
        </div>
      );
  }
}
