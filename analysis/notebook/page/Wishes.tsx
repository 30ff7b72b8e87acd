import type { WishRow } from '../../measures/wishes';
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
          <p>{t('weekly.wishes.sentence', { what: first.what, buyers: first.buyers })}</p>
          <RowsPlace writer={writer}>
            <DataTable
              id="wishes-table"
              caption={t('weekly.wishes')}
              table={{
                head: [t('weekly.wishes.what'), t('notebook.buyers'), t('weekly.wishes.answered')],
                rows: wishes.map((wish) => [
                  wish.what,
                  rowsNumber(`wishes:${wish.what}`, count(wish.buyers), wish.what),
                  `${count(wish.answered)} / ${count(wish.wishes)}`,
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
