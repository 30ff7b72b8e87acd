import type { WordKey } from '@shared/i18n';
import type { PeopleSection, PersonRow } from '../../findings/lists/people';
import type { Cut } from '../../findings/lists/rows';
import type { BehindSet } from '../../findings/rows/behind';
import type { Writer } from '../text/writer';
import { BuyerName } from './BuyerName';
import { RowsNumber, rowsNumber } from './RowsNumber';
import { RowsPlace } from './RowsPlace';

interface PeopleProps {
  readonly people: PeopleSection;
  readonly writer: Writer;
}

const LISTS = ['nearlyLost', 'birthdays', 'runOuts', 'returned', 'new', 'graduated'] as const;

/** Everybody of a list that is cut to what is worked through. */
const ROWS = {
  nearlyLost: 'nearlyLost',
  birthdays: 'birthdays',
  runOuts: 'runOuts',
  returned: 'weekReturned',
  new: 'weekNew',
  graduated: 'graduated',
} as const satisfies Record<(typeof LISTS)[number], BehindSet>;

/** Prints one part of the letter by itself. */
function printOnly(part: string): void {
  const root = document.documentElement;
  root.dataset.only = part;
  globalThis.addEventListener('afterprint', () => delete root.dataset.only, { once: true });
  globalThis.print();
}

/** Who to think of this week: a list to be printed and worked through. */
export function People({ people, writer }: PeopleProps) {
  const { t } = writer;
  const shown = LISTS.filter((name) => (people[name]?.count ?? 0) > 0);
  const unknown = people.birthdays === null;
  return (
    <div class="people">
      {shown.length === 0 && <p>{t('weekly.people.none')}</p>}
      <RowsPlace writer={writer}>
        <div class="columns">
          {shown.map((name) => (
            <List key={name} name={name} list={people[name]!} writer={writer} />
          ))}
        </div>
      </RowsPlace>
      {unknown && <p class="aside">{t('weekly.people.noBook')}</p>}
      {shown.length > 0 && (
        <button type="button" class="plain-print" onClick={() => printOnly('people')}>
          {t('weekly.people.print')}
        </button>
      )}
    </div>
  );
}

interface ListProps {
  readonly name: (typeof LISTS)[number];
  readonly list: Cut<PersonRow>;
  readonly writer: Writer;
}

function List({ name, list, writer }: ListProps) {
  const { t, dayOfYear } = writer;
  const title: WordKey = `weekly.people.${name}`;
  const rest = list.count - list.rows.length;
  return (
    <div class="list">
      <h3>
        {t(title)} <span class="when">{rowsNumber(ROWS[name], writer.count(list.count))}</span>
      </h3>
      <ul>
        {list.rows.map((row) => (
          <li key={`${row.buyer} ${row.day} ${row.what}`}>
            <BuyerName buyer={row.known ? row.buyer : null} name={row.name} /> {row.what}{' '}
            <span class="when">{t(`weekly.people.${name}.day`, { day: dayOfYear(row.day) })}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p class="aside">
          <RowsNumber of={ROWS[name]}>{t('review.lists.more', { n: rest })}</RowsNumber>
        </p>
      )}
    </div>
  );
}
