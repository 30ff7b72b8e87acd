import type { Translate } from '@shared/i18n/translator';
import { type EmbeddedReview, embedReview } from '../notebook/embed';
import type { Review } from '../review';
import { csvOf } from './csv';
import type { Io } from './io';
import { rowReason } from './refusals';
import type { Request } from './request';

/** The review in the format asked for, as one text; `rows` are those behind its numbers, for a letter that takes them along. */
export async function documentOf(
  review: Review,
  request: Request,
  io: Io,
  t: Translate,
  rows: () => Promise<EmbeddedReview['rows']>,
): Promise<string> {
  switch (request.format) {
    case 'json':
      return `${JSON.stringify(inWords(review, t), null, 2)}\n`;
    case 'md':
      return (await import('./markdown')).markdownOf(review, request.lang);
    case 'csv':
      return csvOf(inWords(review, t));
    case 'html':
      return letterOf({ ...review, ...withRows(await rows()) }, await template(io, t));
  }
}

const withRows = (rows: EmbeddedReview['rows']) => (rows === undefined ? {} : { rows });

/** The reasons of rows not read as sentences: the letter writes them itself, a file of data is read as it is. */
function inWords(review: Review, t: Translate): Review {
  const inputs = review.inputs.map((input) => ({
    ...input,
    refused: input.refused.map((row) => ({ ...row, reason: rowReason(row.reason, t) })),
  }));
  return { ...review, inputs };
}

/** @example letterName({ period: { from: '2026-11-16', to: '2026-11-22', isoWeek: '2026-W47' } }) // => 'weekly-review-2026-W47.html' */
export function letterName(review: Pick<Review, 'period'>): string {
  return `weekly-review-${review.period.isoWeek}.html`;
}

/** The letter with the review put in, marked with the language it is written in. */
function letterOf(review: EmbeddedReview, page: string): string {
  const lang = review.lang ?? 'en';
  return embedReview(page.replace(/<html lang="[^"]*"/, `<html lang="${lang}"`), review);
}

async function template(io: Io, t: Translate): Promise<string> {
  try {
    return await io.letterTemplate();
  } catch {
    throw new Error(t('cli.noTemplate'));
  }
}
