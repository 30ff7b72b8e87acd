import type { Taking } from '@extension/book/actions/orders';
import { takenRows } from '@extension/book/reads/imports';
import { CheckField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { useState } from 'preact/hooks';
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
export function Looked({ one, stage: { read, preview } }: LookedProps) {
  const { t } = useMore();
  const [taking, setTaking] = useState<Taking>('both');
  const [buyers, setBuyers] = useState(true);
  const { created, changed, same, strangers } = preview;
  // Nothing was read at all: why is said file by file.
  const none = preview.rows.length + read.refusedRows === 0 && read.files.length > 0;
  const taken = takenRows(preview, taking);
  const counts = { both: created + changed, create: created, update: changed };
  return (
    <div class="looked">
      {!none && (
        <p class="looked-sums" role="status">
          {t('finder.import.sums', { created, changed, same, refused: read.refusedRows })}
        </p>
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
      {created + changed === 0 ? (
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
        {taken.length > 0 && (
          <button type="button" class="primary" onClick={() => void one.write(taking, buyers)}>
            {t('finder.import.write', { n: taken.length })}
          </button>
        )}
        <button type="button" class="plain" onClick={one.leave}>
          {t('common.cancel')}
        </button>
      </div>
    </div>
  );
}
