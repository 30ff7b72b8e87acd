import { SIDES } from '../../measures/settings';
import type { Filter } from '../../parts';
import { groupName } from '../cells/breakdown';
import type { Writer } from '../text/writer';

/** What something is narrowed to, in words; empty where it is everything. */
export function filterWords(filter: Filter, writer: Writer): string {
  const { t, day } = writer;
  const days =
    filter.from && filter.to
      ? t('arrange.days.both', { from: day(filter.from), to: day(filter.to) })
      : filter.from
        ? t('arrange.days.from', { from: day(filter.from) })
        : filter.to
          ? t('arrange.days.to', { to: day(filter.to) })
          : '';
  const sides = SIDES.flatMap((side) => {
    const label = filter[side];
    return label === undefined
      ? []
      : [`${t(`cells.side.${side}`)}${t('notebook.colon')}${groupName(side, label, writer)}`];
  });
  return [days, ...sides].filter((part) => part !== '').join(' · ');
}

/** The line that says what a thing was made from: days, sides, inputs, and up to when. */
export function sourceWords(
  filter: Filter,
  inputs: readonly { readonly file: string }[],
  asOf: string,
  writer: Writer,
): string {
  const { t } = writer;
  const narrowed = filterWords(filter, writer);
  return [
    t('notebook.asOf', { day: writer.day(asOf) }),
    narrowed === '' ? t('arrange.everything') : narrowed,
    inputs.map(({ file }) => file).join(', '),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
