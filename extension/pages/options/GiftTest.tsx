import type { GiftTestPlan } from '@analysis/measures/gift-test';
import { saveSetting } from '@extension/book/actions/settings';
import { GIFT_TEST } from '@extension/book/reads/gift-coin';
import { setting } from '@extension/book/reads/settings';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { useState } from 'preact/hooks';
import type { Acts } from '../use-acts';
import { planOfBook } from './gift-test-plan';
import { Part } from './Part';

/** The gift test (J22): off, and before it can be switched on it says how long it would take this shop. */
export function GiftTest({ acts }: { readonly acts: Acts }) {
  const { t } = useMore();
  const { book } = acts;
  const on = useLive(() => setting(book, GIFT_TEST, false), [book]);
  const [plan, setPlan] = useState<GiftTestPlan | null>(null);
  if (on === undefined) return null;
  const turn = (value: boolean) => {
    setPlan(null);
    void acts.run(saveSetting(book, GIFT_TEST, value), { key: 'options.saved' });
  };
  return (
    <Part title={t('desk.coin.title')}>
      <p class="quiet">{t('desk.coin.about')}</p>
      {on ? (
        <p>
          {t('desk.coin.running')}{' '}
          <button type="button" onClick={() => turn(false)}>
            {t('desk.coin.off')}
          </button>
        </p>
      ) : plan === null ? (
        <p>
          <button type="button" onClick={() => void planOfBook(book).then(setPlan)}>
            {t('desk.coin.ask')}
          </button>
        </p>
      ) : (
        <div class="notice">
          <Plan plan={plan} />
          <div class="acts">
            <button type="button" class="primary" onClick={() => turn(true)}>
              {t('desk.coin.on')}
            </button>
            <button type="button" class="plain" onClick={() => setPlan(null)}>
              {t('common.cancel')}
            </button>
          </div>
        </div>
      )}
    </Part>
  );
}

function Plan({ plan }: { readonly plan: GiftTestPlan }) {
  const { t } = useMore();
  const shown = { points: Math.round(plan.effect * 100), n: plan.buyersPerSide };
  return (
    <p>
      {plan.weeks === null
        ? t('desk.coin.never', shown)
        : t('desk.coin.plan', { ...shown, weeks: plan.weeks })}
    </p>
  );
}
