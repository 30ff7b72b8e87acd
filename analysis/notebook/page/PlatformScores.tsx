import { useState } from 'preact/hooks';
import type { PlatformScoreRow } from '../../findings/platform-scores';
import type { Review } from '../../review';
import { sayCode, type Writer } from '../text/writer';
import { DataTable } from './DataTable';
import { useLetterDesk } from './letter-desk';
import { ScoresForm } from './ScoresForm';

interface PlatformScoresProps {
  readonly review: Review;
  readonly writer: Writer;
}

const SCORES = ['description', 'service', 'delivery', 'overall'] as const;

/** What the platforms themselves say of the shop, week by week (J6): as they show it, never mixed with ours. */
export function PlatformScores({ review, writer }: PlatformScoresProps) {
  const { t } = writer;
  const { desk } = useLetterDesk();
  const [typed, setTyped] = useState<readonly PlatformScoreRow[]>([]);
  const save = desk?.home.saveScores;
  const rows = withTyped(review.platformScores ?? [], typed);
  if (rows.length === 0 && !save) return null;
  const shown = SCORES.filter((score) => rows.some((row) => row[score] !== null));
  const write = (value: number | null) => (value === null ? '–' : String(value));
  return (
    <article class="cell" aria-labelledby="cell-platform-scores">
      <div class="cell-body">
        <h3 id="cell-platform-scores">{t('weekly.scores')}</h3>
        {rows.length > 0 && (
          <DataTable
            id="platform-scores-table"
            caption={t('weekly.scores')}
            table={{
              head: [
                t('weekly.scores.platform'),
                t('notebook.week'),
                ...shown.map((score) => t(`weekly.scores.${score}`)),
              ],
              rows: rows.map((row) => [
                sayCode(writer, row.platform, 'records.platform'),
                row.week,
                ...shown.map((score) => write(row[score])),
              ]),
            }}
          />
        )}
        {save && (
          <ScoresForm
            review={review}
            writer={writer}
            onSave={async (row) => {
              const done = await save(row);
              if (done) setTyped([...typed, row]);
              return done;
            }}
          />
        )}
      </div>
      <aside class="margin">
        <p>{t('weekly.scores.def')}</p>
      </aside>
    </article>
  );
}

/** What was typed just now stands in the place of what it replaces. */
function withTyped(
  rows: readonly PlatformScoreRow[],
  typed: readonly PlatformScoreRow[],
): readonly PlatformScoreRow[] {
  const byWeek = new Map([...rows, ...typed].map((row) => [`${row.platform} ${row.week}`, row]));
  return [...byWeek.values()].sort((a, b) =>
    a.platform === b.platform ? b.week.localeCompare(a.week) : a.platform.localeCompare(b.platform),
  );
}
