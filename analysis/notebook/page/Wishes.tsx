import { wishMark } from '../../findings/rows/marks';
import type { WishRow } from '../../measures/wishes';
import { Say } from '../text/Say';
import type { Writer } from '../text/writer';
import { DataTable } from './DataTable';
import { Note } from './Note';
import { RowsBehind } from './RowsBehind';
import { rowsNumber } from './RowsNumber';
import { RowsPlace } from './RowsPlace';

interface WishesProps {
  readonly wishes: readonly WishRow[];
  readonly writer: Writer;
}

/** What buyers wished for, counted (P21): most good new products come from users. */
export function Wishes({ wishes, writer }: WishesProps) {
  const { t, count } = writer;
  const [first] = wishes;
  if (!first) return null;
  return (
    <section class="section" aria-labelledby="section-wishes">
      <h2 id="section-wishes">{t('weekly.wishes')}</h2>
      <article class="cell">
        <div class="cell-body">
          <RowsPlace writer={writer}>
            <p>
              <Say
                writer={writer}
                k="weekly.wishes.sentence"
                params={{ what: first.what, buyers: count(first.buyers) }}
                rows={{ buyers: `wishBuyers:${wishMark(first)}` }}
              />
            </p>
            <DataTable
              id="wishes-table"
              caption={t('weekly.wishes')}
              table={{
                head: [t('weekly.wishes.what'), t('notebook.buyers'), t('weekly.wishes.answered')],
                rows: wishes.map((wish) => [
                  wish.what,
                  rowsNumber(`wishBuyers:${wishMark(wish)}`, count(wish.buyers), wish.what),
                  [
                    rowsNumber(`wishesAnswered:${wishMark(wish)}`, count(wish.answered), wish.what),
                    ' / ',
                    rowsNumber(`wishes:${wishMark(wish)}`, count(wish.wishes), wish.what),
                  ],
                ]),
              }}
            />
          </RowsPlace>
        </div>
        <aside class="margin">
          <p>{t('weekly.wishes.def')}</p>
        </aside>
      </article>
      <RowsBehind section="wishes" writer={writer} />
      <Note section="wishes" title={t('weekly.wishes')} writer={writer} />
    </section>
  );
}
