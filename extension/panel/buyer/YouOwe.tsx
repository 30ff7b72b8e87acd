import type { BuyerView } from '@extension/book/reads/buyer';
import { Icon } from '@extension/ui/Icon';
import { lazily } from '@extension/ui/more';
import { useWords } from '@extension/ui/words';
import type { ConditionFacts } from '@shared/records/condition';
import { useId, useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { OwedRow } from './OwedRow';
import { debtSlip } from './owed';

const Tell = lazily(async () => (await import('../ledger/Tell')).Tell);

/** Before the rest is one click away: the acts below must stay within reach. */
const OWED_MOST = 5;

/** What the shop owes this buyer: the first thing in the panel and the only one in the seal's colour. */
export function YouOwe(props: {
  readonly view: BuyerView | null;
  readonly name: string;
  readonly facts: ConditionFacts;
}) {
  const { view, name, facts } = props;
  const { t } = useWords();
  const { session } = usePanel();
  const id = useId();
  const today = session.today.value;
  const slip = view ? debtSlip(view, today, facts) : { owed: [], toBeSent: [], secret: [] };
  const [all, setAll] = useState(false);
  // One more line is not worth a click.
  const shown = all || slip.owed.length <= OWED_MOST + 1 ? slip.owed : slip.owed.slice(0, OWED_MOST);
  /** Kept today and not told yet. To let somebody know is the telling itself. */
  const untold = (view?.promises ?? []).filter(
    ({ state, settledOn, toldAt, kind }) =>
      state === 'kept' && settledOn === today && toldAt === null && kind !== 'tell',
  );
  const nothing = slip.owed.length + slip.toBeSent.length + slip.secret.length === 0;
  return (
    <section class={nothing ? 'owe none' : 'owe'} aria-labelledby={id}>
      <h2 id={id}>{t('panel.region.owe')}</h2>
      {untold.length > 0 && <Tell promises={untold} name={name} />}
      {nothing && <p class="quiet">{t('panel.owe.nothing')}</p>}
      {slip.owed.length > 0 && (
        <ul class="slip">
          {shown.map((owed, index) => (
            <OwedRow key={owed.record.id} owed={owed} name={name} first={index === 0} />
          ))}
        </ul>
      )}
      {slip.owed.length > shown.length && (
        <button type="button" class="plain more" onClick={() => setAll(true)}>
          {t('panel.today.more', { n: slip.owed.length - shown.length })}
        </button>
      )}
      {slip.toBeSent.length > 0 && (
        <ul class="unsent">
          {slip.toBeSent.map((owed) => (
            <OwedRow key={owed.record.id} owed={owed} name={name} first={false} />
          ))}
        </ul>
      )}
      {slip.secret.map((gift) => (
        <p class="private" key={gift.id}>
          <Icon name="lock" /> {t('panel.owe.secret', { what: gift.what })}
          {gift.reason && ` · ${gift.reason}`}
        </p>
      ))}
    </section>
  );
}
