import { removeRule, saveRule } from '@extension/book/actions/rules';
import { careRules } from '@extension/book/reads/rules-due';
import { setting } from '@extension/book/reads/settings';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import type { CareRule } from '@shared/records/rule';
import { formatMoney } from '@shared/text/money';
import { useState } from 'preact/hooks';
import { Part } from '../../options/Part';
import type { ShopTabProps } from '../tabs';
import { RuleForm } from './RuleForm';

/** The rules of the shop: who gets what at which intervals (P12). */
export function Rules({ book, acts }: ShopTabProps) {
  const { t, lang } = useMore();
  const [open, setOpen] = useState<string | null>(null);
  const stored = useLive(async () => {
    const [rules, currency] = await Promise.all([careRules(book), setting(book, 'currency', 'CNY')]);
    return { rules: [...rules].sort((a, b) => (a.title < b.title ? -1 : 1)), currency };
  }, [book]);
  if (!stored) return null;
  const { rules, currency } = stored;
  const facts = ({ grades, gives, what, cost, everyDays, monthlyCap, active }: CareRule) => [
    grades.length > 0 ? t('care.rule.grades.some', { grades: grades.join(' ') }) : t('care.rule.grades.all'),
    [t(`care.rule.gives.${gives}`), what, cost && formatMoney(cost, lang)].filter(Boolean).join(' '),
    t('care.rule.every', { n: everyDays }),
    monthlyCap === null ? null : t('care.rule.cap', { n: monthlyCap }),
    active ? null : t('care.rule.off'),
  ];
  const turn = (rule: CareRule) => {
    const { title, grades, gives, what, cost, everyDays, monthlyCap, active } = rule;
    const fields = { title, grades, gives, what, cost, everyDays, monthlyCap, active: !active };
    return void acts.run(saveRule(book, rule.id, fields), { key: 'options.saved' });
  };
  const form = (rule: CareRule | null) => (
    <RuleForm book={book} acts={acts} rule={rule} currency={currency} onLeave={() => setOpen(null)} />
  );
  return (
    <Part title={t('care.rule.title')}>
      {rules.length === 0 && open === null && <p class="empty">{t('care.rule.empty')}</p>}
      <ul class="care-line">
        {rules.map((rule) =>
          open === rule.id ? (
            <li key={rule.id}>{form(rule)}</li>
          ) : (
            <li key={rule.id} class={rule.active ? '' : 'quiet'}>
              <span class="who">{rule.title}</span>{' '}
              <span class="quiet small">
                {facts(rule)
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
              <span class="acts">
                <button type="button" class="plain" onClick={() => setOpen(rule.id)}>
                  {t('care.change')}
                </button>
                <button type="button" class="plain" onClick={() => turn(rule)}>
                  {t(rule.active ? 'care.rule.stop' : 'care.rule.start')}
                </button>
                <button
                  type="button"
                  class="plain"
                  onClick={() =>
                    void acts.run(removeRule(book, rule.id), {
                      key: 'care.done.dropped',
                      params: { what: rule.title },
                    })
                  }
                >
                  {t('care.drop')}
                </button>
              </span>
            </li>
          ),
        )}
      </ul>
      {open === '' ? (
        form(null)
      ) : (
        <div>
          <button type="button" onClick={() => setOpen('')}>
            {t('care.rule.new')}
          </button>
        </div>
      )}
    </Part>
  );
}
