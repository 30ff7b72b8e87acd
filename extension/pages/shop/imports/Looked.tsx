import type { Taking } from '@extension/book/actions/orders';
import { takenBuyers } from '@extension/book/reads/buyer-lists';
import { takenRows } from '@extension/book/reads/imports';
import { CheckField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { useState } from 'preact/hooks';
import { BuyerRows } from './BuyerRows';
import { OrderRows } from './OrderRows';
import { RefusedFiles } from './RefusedFiles';
import type { Import, Stage } from './use-import';

const TAKINGS: readonly Taking[] = ['both', 'create', 'update'];
/** Rows shown of each kind; the numbers above count all of them. */
const SHOWN = 20;
const REFUSED_SHOWN = 10;

interface LookedProps {
  readonly one: Import;
  readonly stage: Extract<Stage, { kind: 'read' }>;
}

/** What was read, before any of it is written: what is new, what changes, what was refused and why. */
export function Looked({ one, stage: { read, preview, lists } }: LookedProps) {
  const { t } = useMore();
  const [taking, setTaking] = useState<Taking>('both');
  const [buyers, setBuyers] = useState(true);
  const { created, changed, same, strangers } = preview;
  // Nothing was read at all: why is said file by file.
  const none = preview.rows.length + lists.rows.length + read.refusedRows === 0 && read.files.length > 0;
  const taken = takenRows(preview, taking);
  const people = takenBuyers(lists, taking);
  const fresh = created + lists.created;
  const known = changed + lists.changed;
  const counts = { both: fresh + known, create: fresh, update: known };
  const ordersToo = preview.rows.length > 0 || lists.rows.length === 0;
  return (
    <div class="looked">
      {!none && (
        <div class="looked-sums" role="status">
          {ordersToo && (
            <p>{t('finder.import.sums', { created, changed, same, refused: read.refusedRows })}</p>
          )}
          {lists.rows.length > 0 && (
            <p>
              {t('finder.import.buyerSums', {
                created: lists.created,
                changed: lists.changed,
                same: lists.same,
                refused: ordersToo ? 0 : read.refusedRows,
              })}
            </p>
          )}
          {lists.unclear > 0 && <p class="near small">{t('finder.import.unclear', { n: lists.unclear })}</p>}
        </div>
      )}
      <RefusedFiles one={one} files={read.files} />
      {read.refused.length > 0 && (
        <details>
          <summary>{t('finder.import.refusedRows', { n: read.refusedRows })}</summary>
          <ul class="small">
            {read.refused.slice(0, REFUSED_SHOWN).map((row) => (
              <li key={`${row.file} ${row.line}`}>{t('finder.import.refusedRow', { ...row })}</li>
            ))}
          </ul>
        </details>
      )}
      {counts.both === 0 ? (
        !none && <p>{t('finder.import.nothing')}</p>
      ) : (
        <>
          <fieldset class="taking">
            <legend>{t('finder.import.taking')}</legend>
            {TAKINGS.map((value) => (
              <label key={value}>
                <input
                  type="radio"
                  name="taking"
                  checked={taking === value}
                  onChange={() => setTaking(value)}
                />{' '}
                {t(`finder.import.taking.${value}`, { n: counts[value] })}
              </label>
            ))}
          </fieldset>
          {strangers > 0 && (
            <CheckField
              label={t('finder.import.buyers', { n: strangers })}
              checked={buyers}
              onChecked={setBuyers}
            />
          )}
          {people.length > 0 && (
            <BuyerRows
              rows={people.slice(0, SHOWN).map(({ name, fate, fields }) => ({
                name,
                fate: fate === 'create' ? 'create' : 'update',
                fields,
              }))}
              more={Math.max(0, people.length - SHOWN)}
            />
          )}
          <OrderRows
            rows={taken.slice(0, SHOWN).map(({ order, fate, fields }) => ({
              platform: order.platform,
              number: order.number,
              name: order.buyerName,
              fate: fate === 'create' ? 'create' : 'update',
              fields,
            }))}
            more={Math.max(0, taken.length - SHOWN)}
          />
        </>
      )}
      <div class="acts">
        {taken.length + people.length > 0 && (
          <button type="button" class="primary" onClick={() => void one.write(taking, buyers)}>
            {t('finder.import.write', { n: taken.length + people.length })}
          </button>
        )}
        <button type="button" class="plain" onClick={one.leave}>
          {t('common.cancel')}
        </button>
      </div>
    </div>
  );
}
