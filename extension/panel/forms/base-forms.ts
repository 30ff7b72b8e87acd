import { ComplaintForm } from './ComplaintForm';
import { DiscountForm } from './DiscountForm';
import { GiftForm } from './GiftForm';
import { NoteForm } from './NoteForm';
import { PackingForm } from './PackingForm';
import { PromiseForm } from './PromiseForm';
import { VisitForm } from './VisitForm';

/** The forms of the first sight, together in one file: it is fetched as soon as the panel has been drawn. */
export const BASE_FORMS = {
  promise: PromiseForm,
  discount: DiscountForm,
  packing: PackingForm,
  gift: GiftForm,
  apology: GiftForm,
  note: NoteForm,
  complaint: ComplaintForm,
  visit: VisitForm,
} as const;
