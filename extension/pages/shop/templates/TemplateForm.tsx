import type { NewPicture } from '@extension/book/actions/pictures';
import { saveTemplate } from '@extension/book/actions/templates';
import type { OpenBook } from '@extension/book/open';
import { useEdited } from '@extension/ui/edited';
import { CheckField, SelectField, TextField } from '@extension/ui/fields';
import { type AnyKey, useMore } from '@extension/ui/more';
import { RedLineHint } from '@extension/ui/RedLineHint';
import { LANGS, type Lang } from '@shared/i18n/lang';
import { PROMISE_KINDS, type PromiseKind } from '@shared/records/promise';
import { TEMPLATE_CATEGORIES, type Template } from '@shared/records/template';
import { localTemplate } from '@shared/text/template';
import { useRef, useState } from 'preact/hooks';
import type { Acts } from '../../use-acts';
import { ShopForm } from '../ShopForm';
import { TemplatePictures } from './TemplatePictures';
import { Variables } from './Variables';

interface TemplateFormProps {
  readonly book: OpenBook;
  readonly acts: Acts;
  /** Null: a new one. */
  readonly template: Template | null;
  readonly onLeave: () => void;
}

interface Fields {
  readonly title: string;
  readonly short: string;
  readonly category: Template['category'];
  readonly text: string;
  readonly language: string;
  readonly promising: boolean;
  readonly what: string;
  readonly kind: PromiseKind;
  readonly inDays: string;
}

const LABELS: Readonly<Record<keyof Fields, AnyKey>> = {
  title: 'templates.field.title',
  short: 'templates.field.short',
  category: 'templates.field.category',
  text: 'templates.field.text',
  language: 'templates.field.language',
  promising: 'templates.promising',
  what: 'templates.field.promise',
  kind: 'panel.form.kind',
  inDays: 'templates.field.inDays',
};

function typedTemplate(template: Template | null, lang: Lang): Fields {
  return {
    title: template?.title ?? '',
    short: template?.short ?? '',
    category: template?.category ?? 'greeting',
    text: localTemplate(template?.text ?? '', lang),
    language: template?.language ?? '',
    promising: template?.promises != null,
    what: template?.promises?.what ?? '',
    kind: template?.promises?.kind ?? 'other',
    inDays: template?.promises?.inDays == null ? '' : String(template.promises.inDays),
  };
}

/** Writes a template: Ctrl-Enter or the button saves, Esc leaves. */
export function TemplateForm({ book, acts, template, onLeave }: TemplateFormProps) {
  const { t, lang } = useMore();
  const frame = useRef<HTMLFormElement>(null);
  const [fault, setFault] = useState<AnyKey | null>(null);
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const [fresh, setFresh] = useState<readonly NewPicture[]>([]);
  const edited = useEdited(typedTemplate(template, lang), LABELS, (name, value) => {
    if (name === 'category') return t(`templates.category.${value as Template['category']}`);
    if (name === 'kind') return t(`records.promise.kind.${value as PromiseKind}`);
    if (name === 'language') return t(`templates.language.${value as Lang}`);
    return typeof value === 'boolean' ? (value ? '✓' : '—') : value;
  });
  const { fields, set } = edited;
  // A picture that another window adds stays as well.
  const kept = (template?.pictureIds ?? []).filter((id) => !dropped.includes(id));
  const { title, short, category, text, language, promising, what, kind, inDays } = fields;

  function faultOf(): AnyKey | null {
    if (title.trim() === '') return 'templates.titleMissing';
    if (text.trim() === '') return 'templates.textMissing';
    if (promising && what.trim() === '') return 'templates.promiseMissing';
    return promising && inDays.trim() !== '' && !/^\d{1,3}$/.test(inDays.trim())
      ? 'templates.daysUnknown'
      : null;
  }
  async function save(): Promise<void> {
    const wrong = edited.unsettled() ?? faultOf();
    setFault(wrong);
    if (wrong) return;
    const days = inDays.trim() === '' ? null : Number(inDays);
    const promises = promising ? { what: what.trim(), kind, inDays: days } : null;
    const written = {
      title: title.trim(),
      short: short.trim(),
      category,
      text: text.trim(),
      language,
      promises,
    };
    const action = saveTemplate(book, template?.id ?? null, written, { kept, fresh });
    const said = { key: 'templates.saved', params: { what: written.title } } as const;
    if (await acts.run(action, said)) onLeave();
  }
  /** Where the caret is in the text, or at its end. */
  function insert(variable: string): void {
    const area = frame.current?.querySelector('textarea');
    const at = area?.selectionStart ?? text.length;
    const end = area?.selectionEnd ?? at;
    set({ text: text.slice(0, at) + variable + text.slice(end) });
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(at + variable.length, at + variable.length);
    });
  }
  return (
    <ShopForm
      label={t(template ? 'templates.edit' : 'templates.new')}
      class="form template-form"
      saveKey="Ctrl ↵"
      save={save}
      onLeave={onLeave}
      fault={fault}
      frame={frame}
    >
      <TextField
        label={t('templates.field.title')}
        value={title}
        onValue={(value) => set({ title: value })}
        autofocus
      />
      <div class="fields">
        <SelectField
          label={t('templates.field.category')}
          value={category}
          options={TEMPLATE_CATEGORIES.map((value) => ({ value, label: t(`templates.category.${value}`) }))}
          onValue={(value) => set({ category: value })}
          narrow
        />
        <TextField
          label={t('templates.field.short')}
          value={short}
          onValue={(value) => set({ short: value })}
          placeholder={t('templates.shortHint')}
          narrow
        />
        <SelectField
          label={t('templates.field.language')}
          value={language}
          options={[
            { value: '', label: t('templates.everyLanguage') },
            ...LANGS.map((value) => ({ value: value as string, label: t(`templates.language.${value}`) })),
          ]}
          onValue={(value) => set({ language: value })}
          narrow
        />
      </div>
      <TextField
        label={t('templates.field.text')}
        value={text}
        onValue={(value) => set({ text: value })}
        hint={t('templates.textHint')}
        multiline
      />
      <Variables onPick={insert} />
      <RedLineHint book={book} text={text} platform={null} written />
      <TemplatePictures
        book={book}
        kept={kept}
        fresh={fresh}
        onKept={(stay) => setDropped([...dropped, ...kept.filter((id) => !stay.includes(id))])}
        onFresh={(add) => setFresh((before) => add(before))}
      />
      <CheckField
        label={t('templates.promising')}
        checked={promising}
        onChecked={(checked) => set({ promising: checked })}
      />
      {promising && (
        <div class="fields">
          <TextField
            label={t('templates.field.promise')}
            value={what}
            onValue={(value) => set({ what: value })}
          />
          <SelectField
            label={t('panel.form.kind')}
            value={kind}
            options={PROMISE_KINDS.map((value) => ({ value, label: t(`records.promise.kind.${value}`) }))}
            onValue={(value) => set({ kind: value })}
            narrow
          />
          <TextField
            label={t('templates.field.inDays')}
            value={inDays}
            onValue={(value) => set({ inDays: value })}
            placeholder={t('templates.noDay')}
            narrow
          />
        </div>
      )}
      {edited.choices}
    </ShopForm>
  );
}
