import { useMemo, useRef, useState } from 'preact/hooks';
import type { Behind } from '../../findings/rows/behind';
import type { Filter } from '../../parts';
import type { OpenData } from '../../worker/parts-client';
import { DEFAULT_SETTINGS, missingNeed } from '../cell';
import type { CatalogueEntry } from '../cells/catalogue';
import { RowsPlace, RowsSourceContext } from '../page/RowsPlace';
import { IdPrefix } from '../text/id-prefix';
import { sayText, type Writer } from '../text/writer';
import { type ExportKind, exportCell } from './export-cell';
import { filterWords, sourceWords } from './filter-words';
import type { CellState } from './results';
import { SettingsForm } from './SettingsForm';
import { filterOf, type QuestionCell, type Sheet } from './sheet';

interface QuestionViewProps {
  readonly sheet: Sheet;
  readonly cell: QuestionCell;
  readonly entry: CatalogueEntry;
  readonly state: CellState;
  readonly data: OpenData | null;
  readonly writer: Writer;
  readonly onFilter: (filter: Filter) => void;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
  readonly onSaid: (text: string) => void;
}

/** A question of the sheet: how it stands, what it says, its settings, its exports. */
export function QuestionView(props: QuestionViewProps) {
  const { sheet, cell, entry, state, data, writer, onFilter, onCancel, onAgain, onSaid } = props;
  const { t } = writer;
  const { cell: own } = entry;
  const article = useRef<HTMLElement>(null);
  const [setting, showSetting] = useState(false);
  const review = state.kind === 'done' ? state.review : null;
  const result = useMemo(() => (review ? own.compute(review, DEFAULT_SETTINGS) : null), [review, own]);
  // Other cells' numbers come one by one: this one is drawn again only for its own.
  const answer = useMemo(
    () =>
      result === null ? null : (
        <IdPrefix.Provider value={`${cell.id}-`}>
          <own.View result={result} writer={writer} />
        </IdPrefix.Provider>
      ),
    [result, writer, own, cell.id],
  );
  const filter = filterOf(sheet, cell, entry);
  // A set of rows belongs to the numbers that are shown: with them it goes.
  const source = useMemo(
    () =>
      data?.rows && review
        ? { rows: (of: Behind) => data.rows!(of, filter), ...(data.has ? { has: data.has } : {}) }
        : null,
    [data, review],
  );
  const narrowed = filterWords(filter, writer);
  const missing = review && missingNeed(own, review);
  const save = async (kind: ExportKind) => {
    if (!article.current || !data) return;
    const source = sourceWords(filter, data.base.inputs, data.base.asOf, writer);
    const done = await exportCell(kind, article.current, `${own.name}-${data.base.asOf}`, source, writer.gap);
    onSaid(t(done ? `arrange.exported.${kind}` : 'arrange.exported.failed'));
  };
  return (
    <article
      class="cell"
      aria-labelledby={`${cell.id}-title`}
      aria-busy={state.kind === 'working'}
      ref={article}
    >
      <div class="cell-body">
        <h3 id={`${cell.id}-title`}>{t(own.question)}</h3>
        {narrowed !== '' && <p class="aside narrowed">{narrowed}</p>}
        {state.kind === 'working' && (
          <p class="cell-waiting" role="status">
            {t('arrange.computing')}
            <button type="button" onClick={onCancel}>
              {t('common.cancel')}
            </button>
          </p>
        )}
        {(state.kind === 'cancelled' || state.kind === 'failed') && (
          <p class="cell-waiting" role="status">
            {state.kind === 'failed' ? t('arrange.failed', { detail: state.detail }) : t('arrange.stopped')}
            <button type="button" onClick={onAgain}>
              {t('arrange.again')}
            </button>
          </p>
        )}
        {review && result === null && (
          <p class="missing">
            {missing ? sayText(writer, review[`${missing}Reason`]) : t('arrange.nothing')}
            {writer.gap}
            {own.advice !== null && t(own.advice)}
          </p>
        )}
        {answer && (
          <RowsSourceContext.Provider value={source}>
            <RowsPlace writer={writer}>{answer}</RowsPlace>
          </RowsSourceContext.Provider>
        )}
        <div class="acts cell-acts">
          {data?.narrows && (
            <button type="button" aria-expanded={setting} onClick={() => showSetting(!setting)}>
              {t('arrange.settings')}
            </button>
          )}
          {result !== null &&
            (['picture', 'table', 'sentence'] as const).map((kind) => (
              <button type="button" key={kind} onClick={() => void save(kind)}>
                {t(`arrange.export.${kind}`)}
              </button>
            ))}
        </div>
        {setting && data && (
          <SettingsForm
            writer={writer}
            filter={cell.filter}
            choices={data.choices}
            sides={entry.sides}
            days={entry.days}
            inherited={sheet.filter}
            label={t('arrange.settingsOf', { question: t(own.question) })}
            onChange={onFilter}
          />
        )}
      </div>
      {result !== null && (
        <aside class="margin">
          <p>{t(own.definition)}</p>
        </aside>
      )}
    </article>
  );
}
