import './templates.css';
import { addStarterTemplates, removeTemplate } from '@extension/book/actions/templates';
import { templates } from '@extension/book/reads/templates';
import { rankTemplates } from '@extension/panel/words/rank';
import { starterTemplates } from '@extension/panel/words/starters';
import { TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { TEMPLATE_CATEGORIES, type Template } from '@shared/records/template';
import { localTemplate } from '@shared/text/template';
import { useState } from 'preact/hooks';
import type { ShopTabProps } from '../tabs';
import { MessagesAWeek } from './MessagesAWeek';
import { TemplateForm } from './TemplateForm';

/** The templates found, and the edited one among them also where it was not. */
function beside(edited: Template | null, stored: readonly Template[], found: readonly Template[]) {
  if (!edited || found.some(({ id }) => id === edited.id)) return found;
  return [...found, stored.find(({ id }) => id === edited.id) ?? edited];
}

/** The shop's words (P22), by what they are for; a new shop begins with a set. */
export function TemplatesTab({ book, acts }: ShopTabProps) {
  const { t, lang } = useMore();
  const stored = useLive(() => templates(book), [book]);
  const [editing, setEditing] = useState<Template | 'new' | null>(null);
  const [typed, setTyped] = useState('');
  if (!stored) return null;
  const edited = editing === 'new' ? null : editing;
  const found = beside(edited, stored, rankTemplates(stored, typed));
  // The edited one stays in its place whatever another window makes of it: what is being typed must not go.
  const place = (template: Template) => (template.id === edited?.id ? edited.category : template.category);
  const starters = starterTemplates(lang, t);
  const lacks = starters.some(({ title }) => !stored.some((template) => template.title === title));
  const form = (template: Template | null) => (
    <TemplateForm book={book} acts={acts} template={template} onLeave={() => setEditing(null)} />
  );
  return (
    <section class="part" aria-label={t('templates.title')}>
      <p class="quiet">{t('templates.about')}</p>
      <div class="acts">
        <button type="button" class="primary" onClick={() => setEditing('new')}>
          {t('templates.new')}
        </button>
        {lacks && (
          <button
            type="button"
            onClick={() =>
              void acts.run(addStarterTemplates(book, starters), { key: 'templates.startersAdded' })
            }
          >
            {t('templates.addStarters')}
          </button>
        )}
      </div>
      {editing === 'new' && form(null)}
      {stored.length === 0 && editing === null && <p class="empty">{t('templates.none')}</p>}
      {stored.length > 8 && <TextField label={t('templates.find')} value={typed} onValue={setTyped} />}
      {TEMPLATE_CATEGORIES.map((category) => {
        const mine = found.filter((template) => place(template) === category);
        if (mine.length === 0) return null;
        return (
          <section key={category} class="template-group">
            <h2>{t(`templates.category.${category}`)}</h2>
            <ul class="templates">
              {mine.map((template) =>
                template.id === edited?.id ? (
                  <li key={template.id}>{form(template)}</li>
                ) : (
                  <li key={template.id}>
                    <p>
                      <strong>{template.title}</strong>{' '}
                      {template.short && <span class="key">{template.short}</span>}{' '}
                      {template.used > 0 && (
                        <span class="quiet small">{t('templates.used', { n: template.used })}</span>
                      )}
                    </p>
                    <p class="template-text">{localTemplate(template.text, lang)}</p>
                    {template.promises && (
                      <p class="quiet small">
                        {t('templates.promisesLine', { what: template.promises.what })}
                      </p>
                    )}
                    <div class="acts">
                      <button
                        type="button"
                        class="plain"
                        aria-label={t('templates.editOne', { what: template.title })}
                        onClick={() => setEditing(template)}
                      >
                        {t('templates.edit')}
                      </button>
                      <button
                        type="button"
                        class="plain"
                        aria-label={t('templates.removeOne', { what: template.title })}
                        onClick={() =>
                          void acts.run(removeTemplate(book, template.id), {
                            key: 'templates.removed',
                            params: { what: template.title },
                          })
                        }
                      >
                        {t('templates.remove')}
                      </button>
                    </div>
                  </li>
                ),
              )}
            </ul>
          </section>
        );
      })}
      <MessagesAWeek acts={acts} />
    </section>
  );
}
