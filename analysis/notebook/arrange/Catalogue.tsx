import { useMemo, useState } from 'preact/hooks';
import { SECTIONS } from '../cell';
import { CATALOGUE } from '../cells/catalogue';
import type { Writer } from '../text/writer';

interface CatalogueProps {
  readonly writer: Writer;
  /** Names that stand on the sheet. */
  readonly there: ReadonlySet<string>;
  readonly onAdd: (name: string) => void;
  readonly onNote: () => void;
}

/** Every question there is, to be found by its words and put on the sheet. */
export function Catalogue({ writer, there, onAdd, onNote }: CatalogueProps) {
  const { t, lang } = writer;
  const [query, setQuery] = useState('');
  const found = useMemo(() => {
    const words = query.toLocaleLowerCase(lang).split(/\s+/).filter(Boolean);
    return CATALOGUE.filter(({ cell }) => {
      const text = `${t(cell.question)} ${t(cell.definition)} ${t(`notebook.section.${cell.section}`)}`;
      return words.every((word) => text.toLocaleLowerCase(lang).includes(word));
    });
  }, [query, lang]);
  return (
    <div class="catalogue">
      <div class="catalogue-head">
        <label>
          <span class="unseen">{t('arrange.search')}</span>
          <input
            type="search"
            placeholder={t('arrange.search')}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </label>
        <button type="button" onClick={onNote}>
          {t('arrange.addNote')}
        </button>
      </div>
      {found.length === 0 && <p role="status">{t('arrange.noneFound')}</p>}
      {SECTIONS.map((section) => {
        const own = found.filter(({ cell }) => cell.section === section);
        if (own.length === 0) return null;
        return (
          <section key={section} aria-label={t(`notebook.section.${section}`)}>
            <h3>{t(`notebook.section.${section}`)}</h3>
            <ul>
              {own.map(({ cell }) => (
                <li key={cell.name}>
                  <button
                    type="button"
                    aria-label={t('arrange.addQuestion', { question: t(cell.question) })}
                    onClick={() => onAdd(cell.name)}
                  >
                    {t('arrange.add')}
                  </button>
                  <span>
                    {t(cell.question)}
                    {there.has(cell.name) && <i> {t('arrange.there')}</i>}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
