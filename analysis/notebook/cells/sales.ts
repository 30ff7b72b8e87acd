import { mondayOfWeek } from '@shared/calendar/week';
import type { SalesSection } from '../../measures/sales';
import { tell as tellMeasure } from '../../measures/tell/index';
import { standingBars } from '../figures/columns';
import { toldCell } from './told';

/** Weeks drawn: as many as stand beside each other legibly. */
const DRAWN = 26;

/** What came in, week by week. */
export const sales = toldCell<SalesSection>({
  name: 'sales',
  section: 'value',
  question: 'cells.q.sales',
  definition: 'cells.def.sales',
  advice: 'cells.advice.orders',
  needs: [],
  compute: (review) => review.sales ?? null,
  tell(result, writer) {
    const { t, count } = writer;
    const told = tellMeasure('sales', result, writer);
    const weeks = result.byWeek.slice(-DRAWN);
    return {
      sentences: [{ text: told.sentence }],
      figure: {
        title: t(`cells.sales.title.${result.trend.direction ?? 'same'}`),
        subtitle: t('cells.sales.subtitle'),
        size: 'middle',
        draw: (theme) =>
          standingBars(
            weeks.map((week, index) => ({
              label: mondayOfWeek(week.week).slice(5),
              value: week.orders,
              // The newest whole week is what one asks for; the others are read off the scale.
              text: index >= weeks.length - 2 ? count(week.orders) : '',
              unfinished: week.unfinished,
            })),
            { theme, format: count },
          ),
        table: told.table ?? { head: [], rows: [] },
      },
      asides: weeks.some((week) => week.unfinished) ? [t('cells.sales.unfinished')] : [],
    };
  },
});
