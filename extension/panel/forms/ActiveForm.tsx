import type { MoreFormKind } from '../state/session';
import { ComplaintForm } from './ComplaintForm';
import { DiscountForm } from './DiscountForm';
import { GiftForm } from './GiftForm';
import { type FormProps, MORE_FORMS } from './more-forms';
import { NoteForm } from './NoteForm';
import { PackingForm } from './PackingForm';
import { PromiseForm } from './PromiseForm';
import { VisitForm } from './VisitForm';

const FORMS = {
  promise: PromiseForm,
  discount: DiscountForm,
  packing: PackingForm,
  gift: GiftForm,
  apology: GiftForm,
  note: NoteForm,
  complaint: ComplaintForm,
  visit: VisitForm,
} as const;

/** The form that is open. */
export function ActiveForm({ form, onLeave }: FormProps) {
  const Form =
    form.kind in FORMS ? FORMS[form.kind as keyof typeof FORMS] : MORE_FORMS[form.kind as MoreFormKind];
  return Form ? <Form form={form} onLeave={onLeave} /> : null;
}
