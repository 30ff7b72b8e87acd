import type { Lang } from '@shared/i18n/lang';
import { translator } from '@shared/i18n/translator';
import type { Finding, Review } from '../review';
import type { Findable } from './candidate';
import { careFindings } from './care';
import { levelOf } from './looks';
import { promiseFindings } from './promises';
import { repeatFindings } from './repeat';
import { satisfactionFindings } from './satisfaction';
import { valueFindings } from './value';
import { weekFindings } from './week';

/** More than five sentences are not read (J22). */
export const MOST_FINDINGS = 5;

/** What is worth saying of a review: at most five sentences, the biggest and surest first. */
export function findingsOf(review: Omit<Review, 'findings'>, lang: Lang): readonly Finding[] {
  const findable: Findable = { review, t: translator(lang), lang, level: levelOf(review).level };
  const finders = [
    promiseFindings,
    satisfactionFindings,
    weekFindings,
    repeatFindings,
    valueFindings,
    careFindings,
  ];
  return finders
    .flatMap((find) => find(findable))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_FINDINGS)
    .map(({ weight: _, ...finding }) => finding);
}
