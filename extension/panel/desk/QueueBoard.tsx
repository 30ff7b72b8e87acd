import './desk.css';
import { prepareQueue } from '@extension/book/actions/queue';
import { coinSide } from '@extension/book/reads/gift-coin';
import { giftMoney } from '@extension/book/reads/queue-gifts';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import { waitClock } from '@extension/ui/when';
import { formatMoney } from '@shared/text/money';
import { idTail } from '../known';
import { apologyText } from '../queue/apology';
import { apologyGift } from '../queue/use-apology';
import type { Waiting } from '../queue/waiting';
import { usePanel } from '../state/context';
import { type InLine, rowsInLine } from './in-line';

/** Who waits, since when, who was made an apology; the apology for all of them in one act (P10, J2). */
export function QueueBoard({ waiting }: { readonly waiting: readonly Waiting[] }) {
  const { t, lang } = useMore();
  const { session, settings } = usePanel();
  const { book } = session;
  const today = session.today.value;
  const reason = t('panel.gift.reasonWait');
  const keys = waiting.map(({ key }) => key).join('\n');
  const seen = useLive(
    async () => ({ line: await rowsInLine(session, waiting), money: await giftMoney(book, today, reason) }),
    [book, today, reason, keys, session.chat.value?.adapterId],
  );
  const money = seen?.money;
  const inLine = new Map(seen?.line.map((one) => [one.key, one]));

  async function prepareAll(): Promise<void> {
    const gift = await apologyGift(session, settings);
    if (!gift) {
      session.trouble('desk.queue.noGift');
      return;
    }
    // Read anew: the line may have moved since it was drawn.
    const now = await rowsInLine(session, waiting);
    const ready = now.flatMap(({ who, given, row }) => (who && !given ? [{ who, row }] : []));
    session.preparing.value = true;
    const unsure = now.filter(({ who }) => !who).length;
    if (ready.length === 0) {
      session.say({ key: 'panel.queue.preparing', undoes: null, tone: 'done' });
      return;
    }
    const sides = new Map<string, Awaited<ReturnType<typeof coinSide>>>();
    for (const { who, row } of ready) sides.set(row.key, await coinSide(book, who));
    const none = [...sides.values()].filter((side) => side === 'none').length;
    const line = none > 0 ? 'desk.queue.doneTest' : unsure === 0 ? 'desk.queue.done' : 'desk.queue.doneSome';
    await session.run(
      prepareQueue(
        book,
        ready.map(({ who, row }) => ({
          who,
          gift: {
            what: gift.name,
            kind: 'apology',
            reason,
            cost: gift.cost,
            stockId: gift.id,
            coin: sides.get(row.key) ?? null,
            waitSeconds: row.seconds,
            waitExact: row.exact,
            place: row.place,
            quote: apologyText(settings.apologyGift.text, { name: row.name, gift: gift.name }, row, t),
            where: { platform: session.chat.value?.adapterId ?? '', conversation: row.key },
          },
        })),
      ),
      { key: line, params: { n: ready.length - none, gift: gift.name, unsure, none } },
    );
  }
  const amount = (minor: number) => formatMoney({ minor, currency: settings.currency }, lang);
  /** Under one and the same mask only the ids tell who is meant. */
  const alike = ({ key, name }: Waiting) => waiting.some((other) => other.name === name && other.key !== key);
  const over = money?.perDay != null && money.today > money.perDay;
  return (
    <div class="board">
      <ol class="line">
        {waiting.map((one) => (
          <li key={one.key} class={one.active ? 'active' : ''}>
            <span class="place">{one.place}</span>
            <span class="who">
              <Name of={one.name} />
              {alike(one) && <span class="quiet small"> {idTail(one.key)}</span>}
              <Given
                of={inLine.get(one.key)}
                spent={money?.byBuyer}
                most={money?.perBuyer ?? null}
                say={amount}
              />
            </span>
            <span class="wait">
              {waitClock(one.seconds)}
              <span class="quiet small"> {t(one.exact ? 'desk.queue.exact' : 'desk.queue.seen')}</span>
            </span>
          </li>
        ))}
      </ol>
      <button type="button" onClick={() => void prepareAll()}>
        {t('panel.queue.prepare')}
      </button>
      {money && (money.today > 0 || money.perDay !== null) && (
        <p class={over ? 'small near' : 'quiet small'}>
          {money.perDay === null
            ? t('desk.queue.spent', { spent: amount(money.today) })
            : t(over ? 'desk.queue.overDay' : 'desk.queue.ofDay', {
                spent: amount(money.today),
                most: amount(money.perDay),
              })}
        </p>
      )}
      {money?.precedent && (
        <p class="quiet small">
          {t('desk.queue.precedent', {
            n: money.precedent.n,
            range:
              money.precedent.least.minor === money.precedent.most.minor
                ? amount(money.precedent.least.minor)
                : `${amount(money.precedent.least.minor)}–${amount(money.precedent.most.minor)}`,
          })}
        </p>
      )}
    </div>
  );
}

interface GivenProps {
  readonly of: InLine | undefined;
  readonly spent: ReadonlyMap<string, number> | undefined;
  readonly most: number | null;
  readonly say: (minor: number) => string;
}

/** What this buyer was made today for the wait, and whether their budget is passed: a hint, never a block. */
function Given({ of, spent, most, say }: GivenProps) {
  const { t } = useMore();
  if (!of) return null;
  const used = (of.buyerId && spent?.get(of.buyerId)) || 0;
  return (
    <>
      {of.given && (
        <span class="quiet small">
          {' '}
          {t(of.given.state === 'to-be-sent' ? 'desk.queue.ready' : 'desk.queue.told', {
            gift: of.given.what,
          })}
        </span>
      )}
      {most !== null && used > most && (
        <span class="small near"> {t('desk.queue.overBuyer', { spent: say(used), most: say(most) })}</span>
      )}
    </>
  );
}
