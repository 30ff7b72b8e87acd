import type { OpenForm } from '../state/session';
import { ComplaintForm } from './ComplaintForm';
import { DiscountForm } from './DiscountForm';
import { GiftForm } from './GiftForm';
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
export function ActiveForm({ form, onLeave }: { readonly form: OpenForm; readonly onLeave: () => void }) {
  const Form = FORMS[form.kind];
  return <Form form={form} onLeave={onLeave} />;
}
