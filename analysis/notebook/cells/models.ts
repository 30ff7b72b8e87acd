import type { ClvSection, ModelFit } from '../../review';
import { lyingBars } from '../figures/bars';
import { sayCode, sayText } from '../text/writer';
import { toldCell } from './told';

interface Models {
  readonly fits: readonly { readonly name: string; readonly fit: ModelFit; readonly mae: number | null }[];
  readonly chosen: ClvSection['chosen'];
  readonly why: string;
  readonly buyers: number;
  /** The last day that the buyers are seen from; null where they came as ready summaries, without orders to show. */
  readonly seenOn: string | null;
}

/** The models behind the estimates: their numbers, their errors, and why one was chosen. */
export const models = toldCell<Models>({
  name: 'models',
  section: 'value',
  question: 'cells.q.models',
  definition: 'cells.def.models',
  advice: 'notebook.advice.clv',
  needs: ['clv'],
  compute(review) {
    if (review.clv === null) return null;
    const { models: own, chosen, why, buyers, backtest, calibrateUntil, ready } = review.clv;
    const seenOn = ready ? null : calibrateUntil;
    const fits = Object.entries(own).map(([name, fit]) => ({
      name,
      fit,
      mae: backtest?.models[name]?.mae ?? null,
    }));
    return fits.length === 0 ? null : { fits, chosen, why, buyers, seenOn };
  },
  tell({ fits, chosen, why, buyers, seenOn }, writer) {
    const { t, count, fixed } = writer;
    const name = (code: string) => sayCode(writer, code, 'notebook.model');
    const tested = fits.filter(({ mae }) => mae !== null);
    const number = (value: number) => String(Number(value.toPrecision(4)));
    const rows = fits.flatMap(({ name: code, fit }) =>
      Object.entries(fit.params).map(([parameter, value]) => {
        const interval = fit.intervals?.[parameter] ?? null;
        return [
          `${name(code)} ${parameter}`,
          number(value),
          fit.se[parameter] == null ? '–' : number(fit.se[parameter]!),
          interval === null ? '–' : `${number(interval[0])}–${number(interval[1])}`,
        ];
      }),
    );
    const notes = fits.flatMap(({ name: code, fit }) =>
      fit.note === null ? [] : [`${name(code)}${t('notebook.colon')}${fit.note}`],
    );
    return {
      sentences: [
        {
          k: 'cells.models.sentence',
          params: { n: count(fits.length), buyers: count(buyers) },
          rows: seenOn === null ? {} : { buyers: `valued:${seenOn}` },
        },
        sayText(writer, why),
      ],
      figure:
        tested.length === 0
          ? null
          : {
              title:
                chosen === null
                  ? t('cells.models.titleNone')
                  : t('cells.models.title', { model: name(chosen) }),
              subtitle: t('cells.models.subtitle'),
              size: 'short',
              draw: (theme) =>
                lyingBars(
                  tested.map((one) => ({
                    label: name(one.name),
                    value: one.mae!,
                    text: fixed(one.mae!, 3),
                    style: one.name === chosen ? ('plain' as const) : ('aside' as const),
                  })),
                  { theme, format: (value) => fixed(value, 2) },
                ),
              table: {
                head: [t('notebook.model'), 'MAE', t('notebook.logLikelihood')],
                rows: fits.map((one) => [
                  name(one.name),
                  one.mae === null ? '–' : fixed(one.mae, 3),
                  one.fit.logLikelihood === null ? '–' : fixed(one.fit.logLikelihood, 1),
                ]),
              },
            },
      table: {
        caption: t('cells.models.parameters'),
        data: {
          head: [
            t('cells.models.parameters'),
            t('cells.models.value'),
            t('cells.models.error'),
            t('notebook.interval'),
          ],
          rows,
        },
      },
      asides: notes,
    };
  },
});
