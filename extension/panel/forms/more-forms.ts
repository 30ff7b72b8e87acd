import type { ComponentType } from 'preact';
import type { MoreFormKind, OpenForm } from '../state/session';

export interface FormProps {
  readonly form: OpenForm;
  readonly onLeave: () => void;
}

/** Forms behind `More`, each fetched when it is first opened. A kind without a form has no button. */
export const MORE_FORMS: Readonly<Partial<Record<MoreFormKind, ComponentType<FormProps>>>> = {};
