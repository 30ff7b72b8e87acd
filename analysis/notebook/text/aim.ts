import type { Aim } from '@shared/records/week-work';
import { AIMED } from '../../findings/since/aims';
import type { Writer } from './writer';

/** A number a decision aims at, written as what it is; a dash where there is none. */
export function writeAim(
  { count, fixed, money, percent, t }: Writer,
  aim: Aim,
  value: number | null,
): string {
  if (value === null) return '–';
  switch (AIMED[aim].kind) {
    case 'count':
      return count(value);
    case 'share':
      return percent(value);
    case 'money':
      return money(value);
    case 'score':
      return fixed(value, 2);
    case 'minutes':
      return t('weekly.minutes', { n: fixed(value, 1) });
  }
}
