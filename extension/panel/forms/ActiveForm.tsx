import { type Later, lazily } from '@extension/ui/more';
import type { Lang } from '@shared/i18n/lang';
import type { MoreFormKind } from '../state/session';
import { type FormProps, MORE_FORMS } from './more-forms';

const fetchForms = async () => (await import('./base-forms')).BASE_FORMS;

const KINDS = ['promise', 'discount', 'packing', 'gift', 'apology', 'note', 'complaint', 'visit'] as const;
type BaseKind = (typeof KINDS)[number];

const FORMS = Object.fromEntries(
  KINDS.map((kind) => [kind, lazily<FormProps>(async () => (await fetchForms())[kind])]),
) as Readonly<Record<BaseKind, Later<FormProps>>>;

/** Fetches the forms of the first sight before one is asked for. */
export async function fetchFormsAhead(lang: Lang): Promise<void> {
  await Promise.all(KINDS.map((kind) => FORMS[kind].ahead(lang)));
}

/** The form that is open. */
export function ActiveForm({ form, onLeave }: FormProps) {
  const Form = form.kind in FORMS ? FORMS[form.kind as BaseKind] : MORE_FORMS[form.kind as MoreFormKind];
  return Form ? <Form form={form} onLeave={onLeave} /> : null;
}
