import { byIds } from '@extension/book/reads/rows';
import { Icon } from '@extension/ui/Icon';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { shortDay } from '@extension/ui/when';
import type { Discount } from '@shared/records/discount';
import { formatMoney } from '@shared/text/money';
import { useState } from 'preact/hooks';
import { offBeside } from '../buyer/off-words';
import { newest, Row, Rows, useDay } from '../buyer/rows';
import { settlements } from '../buyer/settle';
import { usePanel } from '../state/context';
import { DebtFold } from './DebtFold';

/** Every discount, given or owed, the newest first; how it was used, and by which rule it was given. */
export function DiscountRows({ discounts }: { readonly discounts: readonly Discount[] }) {
  const { t } = useMore();
  const { session } = usePanel();
  const ids = [...new Set(discounts.flatMap(({ ruleId }) => ruleId ?? []))];
  const rules = useLive(() => byIds(session.book.db.rules, ids), [session.book, ids.join()]);
  return (
    <Rows empty={t('panel.empty.discounts')}>
      {newest(discounts, ({ saidAt }) => saidAt).map((discount) => (
        <DiscountRow
          key={discount.id}
          discount={discount}
          rule={discount.ruleId === null ? null : (rules?.get(discount.ruleId)?.title ?? '')}
        />
      ))}
    </Rows>
  );
}

interface DiscountRowProps {
  readonly discount: Discount;
  /** Title of the rule by which a regular got it; '' where the rule is gone. */
  readonly rule: string | null;
}

function DiscountRow({ discount, rule }: DiscountRowProps) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const day = useDay();
  const [open, setOpen] = useState(false);
  const { what, state, expires, redeemedAmount, redeemedHow, orderNumber } = discount;
  const today = session.today.value;
  const lapsed = state === 'owed' && expires !== null && expires < today;
  const owed = { kind: 'discount', record: discount, expired: lapsed } as const;
  const stillOpen = state === 'owed' || state === 'to-be-sent';
  const used = [
    redeemedAmount && t('ledger.used.amount', { amount: formatMoney(redeemedAmount, lang) }),
    redeemedHow,
    orderNumber && t('ledger.order', { number: orderNumber }),
  ].filter(Boolean);
  return (
    <Row
      day={day(discount.saidAt)}
      what={
        <>
          {what} <span class="quiet">{offBeside(discount, lang, t)}</span>
          {rule !== null && (
            <span class="quiet"> · {t('ledger.rule', { rule: rule || t('ledger.ruleGone') })}</span>
          )}
          {stillOpen && expires !== null && (
            <span class="quiet"> · {t('ledger.until', { day: shortDay(expires, today) })}</span>
          )}
          {state === 'redeemed' && used.length > 0 && <span class="quiet"> · {used.join(' · ')}</span>}
        </>
      }
      state={t(`records.discount.state.${lapsed ? 'expired' : state}`)}
      tone={state}
    >
      <button
        type="button"
        class="icon-button small-button"
        aria-expanded={open}
        aria-label={t('panel.owe.details', { what })}
        onClick={() => setOpen(!open)}
      >
        <Icon name="fold" />
      </button>
      {open && stillOpen && (
        <span class="acts">
          {settlements(session, owed).map(({ word, act }) => (
            <button type="button" class="plain" key={word} onClick={act}>
              {t(word)}
            </button>
          ))}
        </span>
      )}
      {open && <DebtFold kind="discount" record={discount} />}
    </Row>
  );
}
