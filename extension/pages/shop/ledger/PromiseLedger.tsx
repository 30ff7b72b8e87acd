import { breakPromise, keepPromise, releasePromise } from '@extension/book/actions/promises';
import {
  LEDGER_STANDINGS,
  type LedgerLine,
  type LedgerStanding,
  promiseCounts,
  promiseLines,
} from '@extension/book/reads/ledger';
import type { Acts } from '@extension/pages/use-acts';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import { dueWords, momentDay, shortDay } from '@extension/ui/when';
import type { Day } from '@shared/calendar/day';
import { useState } from 'preact/hooks';

/** More than this is not read, it is counted. */
const MOST = 50;
const ENDS = [
  ['panel.owe.kept', 'panel.done.kept', keepPromise],
  ['panel.owe.broken', 'panel.done.broken', breakPromise],
  ['panel.owe.release', 'panel.done.released', releasePromise],
] as const;

/** All promises of the shop by how they stand, with the acts that end an open one. */
export function PromiseLedger({ acts, today }: { readonly acts: Acts; readonly today: Day }) {
  const { t } = useMore();
  const { book } = acts;
  const [chosen, setChosen] = useState<LedgerStanding | null>(null);
  const counts = useLive(() => promiseCounts(book, today), [book, today]);
  const shown = chosen ?? LEDGER_STANDINGS.find((name) => (counts?.[name] ?? 0) > 0) ?? 'late';
  const lines = useLive(() => promiseLines(book, today, shown, MOST), [book, today, shown]);
  if (!counts) return null;
  const made = LEDGER_STANDINGS.reduce((sum, name) => sum + counts[name], 0);
  return (
    <section class="part">
      <h2>{t('ledger.all.title')}</h2>
      {made === 0 ? (
        <p class="quiet">{t('ledger.all.empty')}</p>
      ) : (
        <>
          <div class="standings">
            {LEDGER_STANDINGS.map((name) => (
              <button
                type="button"
                key={name}
                class={`standing ${name}`}
                aria-pressed={name === shown}
                disabled={counts[name] === 0}
                onClick={() => setChosen(name)}
              >
                {t(`records.promise.state.${name}`)} <span class="count">{counts[name]}</span>
              </button>
            ))}
          </div>
          <ul class="ledger-lines">
            {(lines ?? []).map((line) => (
              <PromiseLine key={line.promise.id} line={line} acts={acts} today={today} />
            ))}
          </ul>
          {counts[shown] > MOST && (
            <p class="quiet">{t('ledger.all.most', { n: MOST, all: counts[shown] })}</p>
          )}
        </>
      )}
    </section>
  );
}

interface PromiseLineProps {
  readonly line: LedgerLine;
  readonly acts: Acts;
  readonly today: Day;
}

function PromiseLine({ line, acts, today }: PromiseLineProps) {
  const { t, lang } = useMore();
  const { promise, buyer, day } = line;
  const { id, what, quote, saidAt, due, state } = promise;
  const said = momentDay(saidAt, today, acts.book.world.timeZone);
  return (
    <li>
      <span class="who">{buyer && <Name of={buyer.name} />}</span>
      <span class="what">
        {what} <span class="quiet">{dueWords(due, today, lang, t)}</span>
        {quote !== '' && quote !== what && <q class="quiet">{quote}</q>}
        <span class="quiet small">
          {t(state === 'to-be-sent' ? 'panel.owe.prepared' : 'panel.owe.said', { day: said })}
          {day && state !== 'open' && ` · ${t(`records.promise.state.${state}`)} ${shortDay(day, today)}`}
        </span>
      </span>
      {state === 'open' && (
        <span class="acts">
          {ENDS.map(([word, done, end]) => (
            <button
              type="button"
              class="plain"
              key={word}
              onClick={() => void acts.run(end(acts.book, id), { key: done, params: { what } })}
            >
              {t(word)}
            </button>
          ))}
        </span>
      )}
    </li>
  );
}
