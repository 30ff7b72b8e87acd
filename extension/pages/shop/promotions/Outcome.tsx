import { useMore } from '@extension/ui/more';
import type { Day } from '@shared/calendar/day';
import type { PromotionTerms } from '@shared/records/promotion';
import { checkTerms, type PromotionFlag, type PromotionOutcome } from '@shared/records/promotion-check';
import { formatMoney, type Money } from '@shared/text/money';

interface OutcomeProps {
  readonly terms: PromotionTerms;
  readonly outcome: PromotionOutcome;
  readonly redemption: number;
  readonly today: Day;
}

/** What the promotion comes to, and what to think of before it is published. Hints, never a block. */
export function Outcome({ terms, outcome, redemption, today }: OutcomeProps) {
  const { t, lang } = useMore();
  const money = (sum: Money) => formatMoney(sum, lang);
  const percent = (share: number) =>
    new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 1 }).format(share);
  const { coupons, liability, sales, expected, leftIfAll, leftExpected, shareLeftIfAll } = outcome;
  const { breakEvenMargin, breakEvenRedemption, need, realShare } = outcome;
  /** At all of them the shop's own share says nothing more. */
  const some = terms.kind === 'coupon' && coupons > 0 && redemption < 1;
  const off = terms.kind === 'off';
  return (
    <>
      <dl class="outcome-lines">
        <Line term={t(off ? 'ledger.promo.givenOff' : 'ledger.promo.liability')} strong>
          {coupons > 0
            ? t('ledger.promo.liabilityIs', {
                n: coupons,
                sum: money(liability),
                share: percent(liability.minor / sales.minor),
              })
            : t('ledger.promo.noCoupons')}
        </Line>
        {some && (
          <Line term={t('ledger.promo.expected', { share: percent(redemption) })}>{money(expected)}</Line>
        )}
        {!off && (
          <Line term={t('ledger.promo.need')}>
            {t('ledger.promo.needIs', {
              need: money(need),
              real: percent(realShare),
            })}
          </Line>
        )}
        {leftIfAll && coupons > 0 && (
          <Line
            term={t(off ? 'ledger.promo.left' : 'ledger.promo.leftIfAll')}
            strong
            bad={leftIfAll.minor < 0}
          >
            {money(leftIfAll)}
            {shareLeftIfAll !== null &&
              ` · ${t('ledger.promo.ofTakings', { share: percent(shareLeftIfAll) })}`}
          </Line>
        )}
        {some && leftExpected && (
          <Line
            term={t('ledger.promo.leftExpected', { share: percent(redemption) })}
            bad={leftExpected.minor < 0}
          >
            {money(leftExpected)}
          </Line>
        )}
        <Line term={t('ledger.promo.breakEven')}>
          {t('ledger.promo.breakEvenMargin', { share: percent(breakEvenMargin) })}
          {breakEvenRedemption !== null &&
            ` · ${t('ledger.promo.breakEvenBack', { share: percent(breakEvenRedemption) })}`}
        </Line>
      </dl>
      <Flags flags={checkTerms(terms, outcome, today)} percent={percent} money={money} />
    </>
  );
}

function Line(props: {
  readonly term: string;
  readonly strong?: boolean;
  readonly bad?: boolean;
  readonly children: preact.ComponentChildren;
}) {
  return (
    <div class={[props.strong && 'strong', props.bad && 'bad'].filter(Boolean).join(' ')}>
      <dt>{props.term}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

interface FlagsProps {
  readonly flags: readonly PromotionFlag[];
  readonly percent: (share: number) => string;
  readonly money: (sum: Money) => string;
}

function Flags({ flags, percent, money }: FlagsProps) {
  const { t } = useMore();
  if (flags.length === 0) return <p class="kept">{t('ledger.promo.noFlags')}</p>;
  const params = (flag: PromotionFlag) => {
    if ('quote' in flag) return { quote: flag.quote };
    if (flag.kind === 'soon') return { n: flag.days };
    if (flag.kind !== 'hard-to-use') return {};
    const { need, realShare, promisedShare } = flag;
    return { need: money(need), real: percent(realShare), promised: percent(promisedShare) };
  };
  return (
    <ul class="promo-flags">
      {flags.map((flag) => (
        <li key={flag.kind} class={`flag-${flag.kind}`}>
          {t(`ledger.promo.flag.${flag.kind}`, params(flag))}
        </li>
      ))}
    </ul>
  );
}
