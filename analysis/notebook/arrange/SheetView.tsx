import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { SIDES } from '../../measures/settings';
import { catalogued } from '../cells/catalogue';
import type { Writer } from '../text/writer';
import { Catalogue } from './Catalogue';
import { CellTools } from './CellTools';
import {
  movedBy,
  movedTo,
  withCellFilter,
  withFilter,
  withNote,
  withoutCell,
  withQuestion,
  withText,
} from './changes';
import { DropPlace } from './DropPlace';
import type { ArrangeDesk } from './desk';
import { filterWords, sourceWords } from './filter-words';
import { NoteView } from './NoteView';
import { QuestionView } from './QuestionView';
import { SettingsForm } from './SettingsForm';
import type { SheetCell } from './sheet';

interface SheetViewProps {
  readonly desk: ArrangeDesk;
  readonly writer: Writer;
  readonly today: string;
  readonly onSaid: (text: string) => void;
}

/** The sheet: its name, what it is narrowed to, its cells, the catalogue; the foot that every printed page has. */
export function SheetView({ desk, writer, today, onSaid }: SheetViewProps) {
  const { t } = writer;
  const sheet = desk.sheet.value;
  const states = desk.results.states.value;
  const state = desk.data.value;
  const data = state.kind === 'open' ? state.data : null;
  const [focus, setFocus] = useState('');
  const [held, hold] = useState<string | null>(null);
  const last = useRef('');
  useEffect(() => {
    if (focus === '' || focus === last.current) return;
    last.current = focus;
    // A cell that was moved or added has moved away from under the keys: they follow it.
    const element = document.getElementById(focus);
    element?.focus();
    element?.scrollIntoView({ block: 'nearest' });
    setFocus('');
    last.current = '';
  }, [focus, sheet]);
  const title = (cell: SheetCell) => {
    const entry = cell.kind === 'question' ? catalogued(cell.name) : undefined;
    return entry ? t(entry.cell.question) : t('arrange.note');
  };
  const move = (cell: SheetCell, steps: number) => {
    const next = movedBy(sheet, cell.id, steps);
    desk.change(next);
    const at = next.cells.findIndex(({ id }) => id === cell.id);
    const edge = steps < 0 ? at === 0 : at === next.cells.length - 1;
    setFocus(`${cell.id}-${(steps < 0) !== edge ? 'up' : 'down'}`);
  };
  const add = (next: typeof sheet) => {
    desk.change(next);
    setFocus(`${next.cells.at(-1)?.id}-up`);
  };
  const remove = (cell: SheetCell) => {
    desk.change(withoutCell(sheet, cell.id));
    onSaid(t('arrange.removed', { question: title(cell) }));
  };
  const catalogue = useMemo(
    () => (
      <section class="acts" aria-label={t('arrange.catalogue')}>
        <h2>{t('arrange.catalogue')}</h2>
        <Catalogue
          writer={writer}
          there={new Set(sheet.cells.flatMap((cell) => (cell.kind === 'question' ? [cell.name] : [])))}
          onAdd={(name) => add(withQuestion(desk.sheet.value, name))}
          onNote={() => add(withNote(desk.sheet.value, ''))}
        />
      </section>
    ),
    [writer, sheet.cells],
  );
  const heldAt = sheet.cells.findIndex(({ id }) => id === held);
  const source = data ? sourceWords(sheet.filter, data.base.inputs, data.base.asOf, writer) : '';
  return (
    <article
      class="letter sheet"
      aria-busy={state.kind === 'opening' || [...states.values()].some(({ kind }) => kind === 'working')}
    >
      <div class="sheet-body">
        <header class="masthead">
          <h1>{sheet.name}</h1>
          <p class="dateline">
            <span>{filterWords(sheet.filter, writer) || t('arrange.everything')}</span>
            {data && <span>{t('notebook.asOf', { day: writer.day(data.base.asOf) })}</span>}
          </p>
          <div class="acts sheet-settings">
            <label>
              <span>{t('arrange.name')}</span>
              <input
                value={sheet.name}
                maxLength={80}
                onChange={(event) => {
                  const name = event.currentTarget.value.trim();
                  if (name !== '') desk.change({ ...sheet, name });
                }}
              />
            </label>
            {data?.narrows && (
              <SettingsForm
                writer={writer}
                filter={sheet.filter}
                choices={data.choices}
                sides={SIDES}
                days
                inherited={{}}
                label={t('arrange.settingsAll')}
                onChange={(filter) => desk.change(withFilter(sheet, filter))}
              />
            )}
          </div>
        </header>
        {sheet.cells.length === 0 && <p class="acts">{t('arrange.empty')}</p>}
        {sheet.cells.map((cell, index) => {
          const entry = cell.kind === 'question' ? catalogued(cell.name) : undefined;
          return (
            <DropPlace
              key={`${sheet.id}-${cell.id}`}
              side={heldAt < 0 || heldAt === index ? null : heldAt < index ? 'below' : 'above'}
              onDrop={(dragged) => desk.change(movedTo(sheet, dragged, cell.id))}
            >
              <CellTools
                id={cell.id}
                title={title(cell)}
                writer={writer}
                first={index === 0}
                last={index === sheet.cells.length - 1}
                onMove={(steps) => move(cell, steps)}
                onHold={hold}
                onRemove={() => remove(cell)}
              />
              {cell.kind === 'note' && (
                <NoteView
                  cell={cell}
                  writer={writer}
                  onText={(text) => desk.change(withText(desk.sheet.value, cell.id, text))}
                />
              )}
              {cell.kind === 'question' && entry && (
                <QuestionView
                  sheet={sheet}
                  cell={cell}
                  entry={entry}
                  state={states.get(cell.id) ?? WAITING}
                  data={data}
                  writer={writer}
                  onFilter={(filter) => desk.change(withCellFilter(sheet, cell.id, filter))}
                  onCancel={() => desk.results.cancel(cell.id)}
                  onAgain={() => desk.results.again(cell.id)}
                  onSaid={onSaid}
                />
              )}
            </DropPlace>
          );
        })}
        {catalogue}
      </div>
      <footer class="sheet-foot">{t('arrange.foot', { source, today: writer.day(today) })}</footer>
    </article>
  );
}

/** Before the data are open a question waits like any other that is being computed. */
const WAITING = { kind: 'working' } as const;
