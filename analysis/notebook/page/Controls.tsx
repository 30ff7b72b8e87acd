import { LANGS, type Lang } from '@shared/i18n';
import type { Writer } from '../text/writer';
import { MoreActs } from './MoreActs';

/** A language is named in itself, whatever the page speaks. */
const LANG_NAMES: Readonly<Record<Lang, string>> = {
  'zh-CN': '简体中文',
  en: 'English',
  'zh-TW': '繁體中文',
};

interface ControlsProps {
  readonly writer: Writer;
  /** Null where the sentences of the review stand as they were written: half a translation helps nobody. */
  readonly onLang: ((lang: Lang) => void) | null;
  readonly onSave: (() => void) | null;
  /** The same to be handed on: names masked, small groups left out. */
  readonly onShare: (() => void) | null;
  readonly onSaveNumbers: (() => void) | null;
  readonly onFiles: ((files: readonly File[]) => void) | null;
  readonly onCompute: (() => void) | null;
  /** Where the page that needs no extension is to be had. */
  readonly standAlone: string | null;
}

/** The slim bar over the letter; it is not printed. */
export function Controls(props: ControlsProps) {
  const { writer, onLang, onSave, onShare, onSaveNumbers, onFiles, onCompute, standAlone } = props;
  const { t } = writer;
  return (
    <nav class="controls" aria-label={t('notebook.controls')}>
      {onFiles !== null && (
        <label class="button">
          {t('notebook.addExports')}
          <input
            type="file"
            multiple
            class="unseen"
            onChange={(event) => {
              const input = event.currentTarget;
              onFiles([...(input.files ?? [])]);
              input.value = '';
            }}
          />
        </label>
      )}
      {onCompute !== null && (
        <button type="button" onClick={onCompute}>
          {t('notebook.computeAgain')}
        </button>
      )}
      <span class="spring" />
      <MoreActs writer={writer}>
        {onLang !== null && (
          <label class="language">
            <span class="unseen">{t('notebook.language')}</span>
            <select value={writer.lang} onChange={(event) => onLang(event.currentTarget.value as Lang)}>
              {LANGS.map((lang) => (
                <option value={lang} key={lang} lang={lang}>
                  {LANG_NAMES[lang]}
                </option>
              ))}
            </select>
          </label>
        )}
        {standAlone !== null && (
          <a
            class="button"
            href={standAlone}
            download="weekly-review.html"
            title={t('weekly.standAlone.hint')}
          >
            {t('weekly.standAlone')}
          </a>
        )}
        {onSaveNumbers !== null && (
          <button type="button" onClick={onSaveNumbers}>
            {t('notebook.saveNumbers')}
          </button>
        )}
        {onSave !== null && (
          <>
            <button type="button" onClick={onSave}>
              {t('notebook.savePage')}
            </button>
            {onShare !== null && (
              <button type="button" onClick={onShare}>
                {t('notebook.saveShared')}
              </button>
            )}
            <button type="button" onClick={() => globalThis.print()}>
              {t('notebook.print')}
            </button>
          </>
        )}
      </MoreActs>
    </nav>
  );
}
