import { MoreActs } from '../page/MoreActs';
import { download } from '../snapshot';
import type { Writer } from '../text/writer';
import type { ArrangeDesk } from './desk';
import { sheetFile, sheetFromFile } from './sheet';
import { TEMPLATE_NAMES, type TemplateName } from './templates';

interface SheetBarProps {
  readonly desk: ArrangeDesk;
  readonly writer: Writer;
  readonly onBack: () => void;
  readonly onHtml: () => void;
  readonly onMarkdown: () => void;
  readonly onSaid: (text: string) => void;
}

/** The bar over a sheet: which one, a new one, its ways out. */
export function SheetBar({ desk, writer, onBack, onHtml, onMarkdown, onSaid }: SheetBarProps) {
  const { t } = writer;
  const sheet = desk.sheet.value;
  const open = async (file: File | undefined) => {
    if (!file) return;
    const read = sheetFromFile(await file.text());
    if (read) desk.add(read, t);
    else onSaid(t('arrange.notASheet', { file: file.name }));
  };
  return (
    <nav class="controls sheet-bar" aria-label={t('arrange.bar')}>
      <button type="button" onClick={onBack}>
        {t('arrange.back')}
      </button>
      <label>
        <span class="unseen">{t('arrange.sheet')}</span>
        <select value={sheet.id} onChange={(event) => desk.choose(event.currentTarget.value)}>
          {desk.sheets.value.map((one) => (
            <option value={one.id} key={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="unseen">{t('arrange.new')}</span>
        <select
          value=""
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            event.currentTarget.value = '';
            if (chosen !== '') desk.add(chosen as TemplateName | 'empty', t);
          }}
        >
          <option value="">{t('arrange.new')}</option>
          {TEMPLATE_NAMES.map((name) => (
            <option value={name} key={name}>
              {t(`arrange.template.${name}`)}
            </option>
          ))}
          <option value="empty">{t('arrange.template.empty')}</option>
        </select>
      </label>
      <button type="button" disabled={desk.steps.value === 0} onClick={desk.undo}>
        {t('common.undo')}
      </button>
      <span class="spring" />
      <span class="sheet-saved" role="status">
        {desk.saved.value === 'unsaved' && t('arrange.unsaved')}
      </span>
      <MoreActs writer={writer}>
        <label class="button">
          {t('arrange.openFile')}
          <input
            type="file"
            class="unseen"
            accept=".json,application/json"
            onChange={(event) => {
              const input = event.currentTarget;
              void open(input.files?.[0]);
              input.value = '';
            }}
          />
        </label>
        <button
          type="button"
          onClick={() => download(document, `${sheet.name}.sheet.json`, 'application/json', sheetFile(sheet))}
        >
          {t('arrange.saveFile')}
        </button>
        <button type="button" onClick={onMarkdown}>
          {t('arrange.markdown')}
        </button>
        <button type="button" onClick={onHtml}>
          {t('arrange.html')}
        </button>
        <button type="button" onClick={() => globalThis.print()}>
          {t('notebook.print')}
        </button>
        <button
          type="button"
          disabled={desk.sheets.value.length < 2}
          aria-label={t('arrange.drop')}
          onClick={() => {
            desk.drop(sheet.id);
          }}
        >
          {t('arrange.dropShort')}
        </button>
      </MoreActs>
    </nav>
  );
}
