import { followRule } from '@extension/book/actions/rules';
import { giftForRule } from '@extension/book/reads/rule-gift';
import { type DueBuyer, rulesDue } from '@extension/book/reads/rules-due';
import { sayCoupon, sayTo, sayVisit } from '@extension/panel/care/say';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import { useToday } from '@extension/ui/use-today';
import { shortDay } from '@extension/ui/when';
import { useState } from 'preact/hooks';
import { Part } from '../../options/Part';
import type { ShopTabProps } from '../tabs';

/** Before the rest is one click away. */
const DUE_MOST = 12;

/** Who is due a coupon, a gift, a visit or a greeting now; each one click, each undone by one. */
export function DueList({ book, acts }: ShopTabProps) {
  const { t } = useMore();
  const today = useToday(book);
  const [all, setAll] = useState(false);
  const due = useLive(() => rulesDue(book, today), [book, today]);
  if (!due) return null;
  const shown = all ? due : due.slice(0, DUE_MOST);
  return (
    <Part title={t('care.due.title')}>
      {due.length === 0 && <p class="empty">{t('care.due.empty')}</p>}
      <ul class="care-line">
        {shown.map((one) => (
          <Due key={`${one.rule.id}/${one.buyerId}`} due={one} book={book} acts={acts} />
        ))}
      </ul>
      {due.length > shown.length && (
        <button type="button" class="plain" onClick={() => setAll(true)}>
          {t('panel.today.more', { n: due.length - shown.length })}
        </button>
      )}
    </Part>
  );
}

function Due({ due, book, acts }: { readonly due: DueBuyer } & ShopTabProps) {
  const { t, lang } = useMore();
  const today = useToday(book);
  const { rule, buyer, last } = due;
  const gift = useLive(
    async () => (rule.gives === 'gift' ? giftForRule(book, rule, buyer.id) : null),
    [book, rule, buyer.id],
  );
  const saying = { name: buyer.name, lang, t };
  const text = {
    coupon: () => sayCoupon(saying, rule.what),
    visit: () => sayVisit(saying),
    greeting: () => sayTo(saying, rule.what),
    gift: () => null,
  }[rule.gives];
  const what = rule.gives === 'gift' ? gift?.what : rule.what;
  const follow = () =>
    void acts.run(
      followRule(book, rule.id, buyer.id, {
        what: what ?? '',
        stockId: gift?.stockId ?? null,
        text: text(),
      }),
      {
        key: 'care.done.followed',
        params: { name: buyer.name, what: what || t(`care.rule.gives.${rule.gives}`) },
      },
    );
  return (
    <li>
      <span class="who">
        <Name of={buyer.name} />
      </span>{' '}
      <span class="quiet small">
        {[
          buyer.grade || null,
          rule.title,
          last === null ? t('care.due.never') : t('care.due.last', { day: shortDay(last, today) }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
      <span class="acts">
        {rule.gives === 'gift' && gift === null ? (
          <span class="quiet small">{t('care.due.hadAll')}</span>
        ) : (
          <button type="button" disabled={rule.gives === 'gift' && gift === undefined} onClick={follow}>
            {t(`care.due.${rule.gives}`, { what: what ?? '' })}
          </button>
        )}
      </span>
    </li>
  );
}
