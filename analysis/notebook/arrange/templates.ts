import type { Translate } from '@shared/i18n';
import type { Sheet } from './sheet';

/** Arrangements to begin with. A name in quotes is a question of the catalogue, the rest is a note's key. */
const TEMPLATES = {
  weekly: [
    'week',
    'promises',
    'promise-load',
    'expected',
    'satisfaction',
    'goodwill',
    'gifts',
    'cohorts',
    'forecast',
    { note: 'arrange.note.weekly' },
  ],
  monthly: [
    { note: 'arrange.note.monthly' },
    'clerks',
    'questions',
    'recommend',
    'promise-weeks',
    'promise-load',
    'complaints',
    'complaint-care',
    'waits',
    'sales',
    'repeat',
  ],
  promotion: [
    { note: 'arrange.note.promotion' },
    'promotion',
    'goodwill',
    'promise-load',
    'by-firstDiscount',
    'forecast',
    'cohort-revenue',
  ],
} as const;
export type TemplateName = keyof typeof TEMPLATES;
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as readonly TemplateName[];

/** A sheet made from a template. @param id of the new sheet */
export function fromTemplate(name: TemplateName, id: string, t: Translate): Sheet {
  return {
    id,
    name: t(`arrange.template.${name}`),
    filter: {},
    cells: TEMPLATES[name].map((cell, index) =>
      typeof cell === 'string'
        ? { id: `c${index + 1}`, kind: 'question', name: cell, filter: {} }
        : { id: `c${index + 1}`, kind: 'note', text: t(cell.note) },
    ),
  };
}
