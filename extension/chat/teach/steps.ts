/** What the seller points at, in this order. Each can be left out. */
export const STEPS = ['name', 'rowA', 'rowB', 'theirs', 'mine', 'box'] as const;
export type Step = (typeof STEPS)[number];

/** What can't be taken as the thing asked for; each has its sentence. */
export const REFUSALS = [
  'no-words',
  'no-box',
  'same-row',
  'not-alike',
  'sealed',
  'redrawn',
  'other-frame',
] as const;
export type PickRefusal = (typeof REFUSALS)[number];
