import type { Lang } from '@shared/i18n/lang';
import { translator } from '@shared/i18n/translator';
import type { Review } from '../review';
import { factsOf } from './facts';

/** The review as Markdown: findings, the main figures as tables, cohorts, and what was read. */
export function markdownOf(review: Review, lang: Lang): string {
  const t = translator(lang);
  const { from, to, isoWeek } = review.period;
  const blocks = [`# ${t('cli.title', { week: isoWeek })}`, `${from} – ${to} · ${review.tz}`];
  if (review.findings.length === 0) blocks.push(t('cli.noFindings'));
  else blocks.push(review.findings.map(({ text }, index) => `${index + 1}. ${plain(text)}`).join('\n'));
  const head = [t('cli.col.what'), t('cli.col.value'), t('cli.col.basis')];
  for (const group of factsOf(review, lang)) {
    blocks.push(`## ${group.title}`);
    blocks.push(
      group.facts.length === 0
        ? plain(group.reason ?? '')
        : table(
            head,
            group.facts.map((fact) => [fact.name, fact.value, fact.basis]),
          ),
    );
  }
  blocks.push(...cohortBlocks(review, lang), ...inputBlocks(review, lang));
  return `${blocks.join('\n\n')}\n`;
}

function cohortBlocks(review: Review, lang: Lang): readonly string[] {
  const t = translator(lang);
  const title = `## ${t('cli.section.cohorts')}`;
  const { cohorts } = review;
  if (!cohorts) return [title, plain(review.cohortsReason ?? '')];
  const months = Math.max(...cohorts.map((cohort) => cohort.active.length));
  const head = [t('cli.col.month'), ...Array.from({ length: months }, (_, month) => `+${month}`)];
  const rows = cohorts.map((cohort) => [
    cohort.cohort,
    // A star marks a month that is not over.
    ...cohort.active.map((active, month) => `${active}${cohort.unfinished[month] ? '\\*' : ''}`),
    ...new Array<string>(months - cohort.active.length).fill(''),
  ]);
  return [title, table(head, rows), t('cli.cohortNote')];
}

function inputBlocks(review: Review, lang: Lang): readonly string[] {
  const t = translator(lang);
  const head = [
    t('cli.col.file'),
    t('cli.col.format'),
    t('cli.col.rows'),
    t('cli.col.used'),
    t('cli.col.refused'),
  ];
  const rows = review.inputs.map((input) => [
    input.file,
    input.format,
    String(input.rows),
    String(input.used),
    String(input.refusedCount),
  ]);
  return [`## ${t('cli.section.inputs')}`, table(head, rows)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Text that stays text: what Markdown would read as a table's edge, a tag or a link is escaped. */
function plain(text: string): string {
  return text.replace(/[|<>[\]`]/g, (char) => `\\${char}`).replace(/\s+/g, ' ');
}
