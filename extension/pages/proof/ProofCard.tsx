import { useMore } from '@extension/ui/more';
import { dueWords } from '@extension/ui/when';
import { type Day, dayOf } from '@shared/calendar/day';
import type { Discount } from '@shared/records/discount';
import type { Promised } from '@shared/records/promise';
import { maskName } from '@shared/text/mask';

interface ProofCardProps {
  readonly what: Promised | Discount;
  readonly name: string;
  readonly shopName: string;
  readonly paper: string;
  readonly today: Day;
  /** The shop's time zone. */
  readonly zone: string;
  readonly placeName: (platform: string) => string;
}

/** The card itself: black on white, one column, so that a thermal printer can print it. */
export function ProofCard(props: ProofCardProps) {
  const { what: record, name, shopName, paper, today, zone, placeName } = props;
  const { t, lang } = useMore();
  const day = (at: string) => dayOf(Date.parse(at), zone);
  const { what, quote, where, saidAt, orderNumber, settledAt } = record;
  const rows: readonly (readonly [string, string])[] = [
    [t('ledger.proof.buyer'), maskName(name) || '—'],
    [t('ledger.proof.what'), what],
    ...(quote !== '' && quote !== what ? [[t('ledger.proof.words'), `“${quote}”`] as const] : []),
    [t('ledger.proof.said'), [day(saidAt), where && placeName(where.platform)].filter(Boolean).join(' · ')],
    ...('due' in record ? [[t('panel.form.due'), dueWords(record.due, today, lang, t)] as const] : []),
    ...('expires' in record && record.expires !== null
      ? [[t('ledger.proof.until'), record.expires] as const]
      : []),
    ...(orderNumber !== null ? [[t('ledger.proof.order'), orderNumber] as const] : []),
    [
      t('ledger.proof.state'),
      [
        'due' in record
          ? t(`records.promise.state.${record.state}`)
          : t(`records.discount.state.${record.state}`),
        settledAt && day(settledAt),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
  ];
  return (
    <article class={`proof-card ${paper}`}>
      <h2>{t('ledger.proof.title')}</h2>
      {shopName !== '' && <p class="proof-shop">{shopName}</p>}
      <dl>
        {rows.map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p class="proof-foot">{t('ledger.proof.printed', { day: today })}</p>
    </article>
  );
}
