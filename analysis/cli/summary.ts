import type { Lang } from '@shared/i18n/lang';
import { translator } from '@shared/i18n/translator';
import type { Review } from '../review';
import { factsOf } from './facts';
import { displayWidth, padLeft, padRight, wrapText } from './width';

/** Columns of the terminal that the summary is written for. */
export const COLUMNS = 80;
const INDENT = '  ';
const NAME = 26;
const VALUE = 16;

/** The review on one screen: what is worth saying first, then the main figures. */
export function summaryLines(review: Review, lang: Lang): readonly string[] {
  const t = translator(lang);
  const { from, to, isoWeek } = review.period;
  const title = t('cli.title', { week: isoWeek });
  const days = `${from} – ${to}`;
  const lines = [padRight(title, COLUMNS - displayWidth(days)) + days, '─'.repeat(COLUMNS)];
  review.findings.forEach((finding, index) => {
    const mark = `${index + 1}. `;
    wrapText(finding.text, COLUMNS - mark.length).forEach((line, at) => {
      lines.push((at === 0 ? mark : ' '.repeat(mark.length)) + line);
    });
  });
  if (review.findings.length === 0) lines.push(t('cli.noFindings'));
  for (const group of factsOf(review, lang)) {
    lines.push('', group.title);
    if (group.facts.length === 0) lines.push(...indented(group.reason ?? ''));
    for (const { name, value, basis } of group.facts) lines.push(...factLines(name, value, basis));
  }
  return lines;
}

/** Name, value and basis in columns; a value that is a sentence gets lines of its own. */
function factLines(name: string, value: string, basis: string): readonly string[] {
  if (displayWidth(value) > VALUE) return [`${INDENT}${name}`, ...indented(value, INDENT.repeat(2))];
  const start = `${INDENT}${padRight(name, NAME)}${padLeft(value, VALUE)}${INDENT}`;
  const [first = '', ...rest] = wrapText(basis, COLUMNS - displayWidth(start));
  return [(start + first).trimEnd(), ...rest.map((line) => ' '.repeat(displayWidth(start)) + line)];
}

function indented(text: string, indent = INDENT): readonly string[] {
  return wrapText(text, COLUMNS - indent.length).map((line) => indent + line);
}
