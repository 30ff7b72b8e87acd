import './imports.css';
import { importNotes } from '@extension/book/reads/imports';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { useState } from 'preact/hooks';
import { Part } from '../../options/Part';
import type { ShopTabProps } from '../tabs';
import { ExportPart } from './ExportPart';
import { Looked } from './Looked';
import { PastImports } from './PastImports';
import { useImport } from './use-import';

/** Orders and buyers out of the platforms' exports: looked over first, and taken back as one. */
export function ImportsTab({ book, acts }: ShopTabProps) {
  const { t, lang } = useMore();
  const [over, setOver] = useState(false);
  const one = useImport(book, acts, lang);
  const { stage } = one;
  const notes = useLive(() => importNotes(book), [book]);
  const takenBack =
    stage.kind === 'done' && notes?.some(({ id, reverted }) => id === stage.note.id && reverted !== null);
  const take = (files: FileList | null | undefined) => {
    if (files && files.length > 0) void one.read([...files]);
  };
  return (
    <>
      <Part title={t('finder.import.title')}>
        <p class="quiet">{t('finder.import.how')}</p>
        {(stage.kind === 'idle' || stage.kind === 'done') && (
          <label
            class={over ? 'drop over' : 'drop'}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              event.preventDefault();
              setOver(false);
              take(event.dataTransfer?.files);
            }}
          >
            <span>{t('finder.import.choose')}</span>
            <input
              type="file"
              class="unseen"
              multiple
              accept=".csv,.tsv,.txt,.xlsx,.xls,.zip,.gz,.html,.json"
              onChange={(event) => {
                const field = event.currentTarget;
                const files = [...(field.files ?? [])];
                field.value = '';
                if (files.length > 0) void one.read(files);
              }}
            />
          </label>
        )}
        {stage.kind === 'busy' && (
          <div class="import-busy" role="status">
            <label>
              {t(`finder.import.${stage.what}`, { n: Math.round(stage.part * 100) })}
              <progress value={stage.part} max={1} />
            </label>
            <button type="button" onClick={one.stop}>
              {t('common.cancel')}
            </button>
          </div>
        )}
        {stage.kind === 'read' && <Looked one={one} stage={stage} />}
        {stage.kind === 'done' && !takenBack && (
          <p class="kept" role="status">
            {t('finder.import.done', {
              created: stage.note.created + stage.note.buyersCreated,
              changed: stage.note.changed + stage.note.buyersChanged,
            })}{' '}
            {stage.memos > 0 && (
              <a href="/sidepanel.html" target="_blank" rel="noopener">
                {t('finder.import.memos', { n: stage.memos })}
              </a>
            )}
          </p>
        )}
      </Part>
      <PastImports book={book} acts={acts} />
      <ExportPart book={book} acts={acts} />
    </>
  );
}
