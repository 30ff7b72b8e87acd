import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { usePlaceName } from '@extension/ui/use-place-name';
import { dueWords, momentDay } from '@extension/ui/when';
import type { Discount } from '@shared/records/discount';
import type { Promised } from '@shared/records/promise';
import { wordings } from '@shared/records/promise-history';
import { usePanel } from '../state/context';
import { CostLine } from './CostLine';
import { DelayNotice } from './DelayNotice';
import { RedeemForm } from './RedeemForm';
import { Snooze } from './Snooze';
import './ledger.css';

/** What the book writes where nobody gave the seat a name. */
const OWNER = 'owner';

type DebtFoldProps =
  | { readonly kind: 'promise'; readonly record: Promised; readonly late?: boolean; readonly name?: string }
  | { readonly kind: 'discount'; readonly record: Discount };

/** What stands behind one line: the exact words, where they were said, what it cost, putting off, the paper. */
export function DebtFold(props: DebtFoldProps) {
  const { t } = useMore();
  const { kind, record } = props;
  const lang = new URLSearchParams(location.search).get('lang');
  const query = new URLSearchParams({ [kind]: record.id, ...(lang ? { lang } : {}) });
  return (
    <div class="debt-fold small">
      {kind === 'promise' ? <Wordings promise={record} /> : <Words record={record} />}
      {record.orderNumber !== null && (
        <p class="quiet">{t('ledger.order', { number: record.orderNumber })}</p>
      )}
      {kind === 'promise' && props.late && <DelayNotice what={record.what} name={props.name ?? ''} />}
      {kind === 'promise' && <CostLine promise={record} />}
      {kind === 'promise' && record.state === 'open' && <Snooze promise={record} />}
      {kind === 'discount' && record.state !== 'released' && record.state !== 'expired' && (
        <RedeemForm discount={record} />
      )}
      {record.state !== 'to-be-sent' && (
        <a class="button plain" href={`/proof.html?${query}`} target="_blank" rel="noopener">
          {t('ledger.proof.print')}
        </a>
      )}
    </div>
  );
}

/** The words as they stood in the chat, the site, the day, who said them. */
function Words({ record }: { readonly record: Promised | Discount }) {
  const { t } = useMore();
  const { session } = usePanel();
  const placeName = usePlaceName(session.book);
  const { quote, where, saidAt, by } = record;
  const day = momentDay(saidAt, session.today.value, session.book.world.timeZone);
  const place = where ? placeName(where.platform) : t('ledger.words.byHand');
  return (
    <p>
      {quote === '' ? <span class="quiet">{t('ledger.words.none')}</span> : <q>{quote}</q>}{' '}
      <span class="quiet">{[place, day, by === OWNER ? '' : by].filter(Boolean).join(' · ')}</span>
    </p>
  );
}

/** Every wording this promise has had, the newest first. The old ones are evidence and stay as they were. */
function Wordings({ promise }: { readonly promise: Promised }) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { db } = session.book;
  const all = useLive(
    () => db.promises.where('buyerId').equals(promise.buyerId).toArray(),
    [db, promise.buyerId],
  );
  const chain = wordings(
    promise,
    (all ?? []).filter(({ deleted }) => !deleted),
  );
  if (chain.length < 2) return <Words record={promise} />;
  return (
    <>
      <p class="quiet">{t('ledger.words.history', { n: chain.length })}</p>
      <ol class="wordings" reversed>
        {chain.map((one) => (
          <li key={one.id}>
            {one.what} <span class="quiet">{dueWords(one.due, session.today.value, lang, t)}</span>
            <Words record={one} />
          </li>
        ))}
      </ol>
    </>
  );
}
