import { dayOf } from '@shared/calendar/day';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { readCell } from '../export/read-cell';
import { cellMarkdown } from '../export/texts';
import type { LetterHome } from '../home';
import { Working } from '../page/Working';
import { download, freezeLetter } from '../snapshot';
import type { Notebook } from '../state';
import { makeWriter } from '../text/writer';
import { makeArrangeDesk } from './desk';
import { filterWords, sourceWords } from './filter-words';
import { SheetBar } from './SheetBar';
import { SheetView } from './SheetView';

interface ArrangePageProps {
  readonly notebook: Notebook;
  readonly home: LetterHome | null;
  readonly onBack: () => void;
}

/** The notebook arranged by its owner: sheets of questions and notes over the same data as the letter. */
export function ArrangePage({ notebook, home, onBack }: ArrangePageProps) {
  const lang = notebook.lang.value;
  const [said, say] = useState('');
  const plain = useMemo(() => makeWriter(lang, null), [lang]);
  const desk = useMemo(
    () => makeArrangeDesk({ openData: notebook.open, shelf: home?.sheets ?? null, t: plain.t }),
    [notebook, home],
  );
  useEffect(() => {
    void desk.open();
    return () => desk.close();
  }, [desk, lang]);
  const state = desk.data.value;
  const data = state.kind === 'open' ? state.data : null;
  const writer = useMemo(() => makeWriter(lang, data?.base.currency ?? null), [lang, data]);
  const sheet = desk.sheet.value;
  useEffect(() => {
    document.title = sheet.name;
  }, [sheet.name]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = (event.target as Element | null)?.closest('input, textarea, select');
      if (typing || event.isComposing || event.key !== 'z' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      desk.undo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [desk]);
  const markdown = () => {
    const cells = [...document.querySelectorAll<HTMLElement>('.sheet .cell')].map((cell) =>
      cell.dataset.note === undefined ? cellMarkdown(readCell(cell), writer.gap) : cell.dataset.note,
    );
    const source = data ? sourceWords(sheet.filter, data.base.inputs, data.base.asOf, writer) : '';
    const parts = [`# ${sheet.name}`, filterWords(sheet.filter, writer), ...cells, source];
    const text = parts.filter((part) => part !== '').join('\n\n');
    download(document, `${sheet.name}.md`, 'text/markdown', `${text}\n`);
  };
  const html = async () => {
    download(document, `${sheet.name}.html`, 'text/html', await freezeLetter(document, sheet.name));
  };
  return (
    <div class="desk arrange">
      <SheetBar
        desk={desk}
        writer={writer}
        onBack={onBack}
        onHtml={() => void html()}
        onMarkdown={markdown}
        onSaid={say}
      />
      <main>
        {state.kind === 'opening' && (
          <Working step={state.step} part={state.part} onCancel={desk.cancel} writer={writer} />
        )}
        {state.kind === 'none' && (
          <p class="said" role="status">
            {writer.t('arrange.noData', { detail: state.detail })}
            <button type="button" onClick={() => void desk.open()}>
              {writer.t('arrange.again')}
            </button>
          </p>
        )}
        <p class="arrange-said" role="status">
          {said}
        </p>
        <SheetView
          desk={desk}
          writer={writer}
          today={dayOf(Date.now(), data?.base.tz ?? 'UTC')}
          onSaid={say}
        />
      </main>
    </div>
  );
}
