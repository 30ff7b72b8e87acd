import { groupCounts } from '@analysis/models/counts';
import { fitCounts } from '@analysis/models/fit-counts';
import { COUNT_MODELS } from '@analysis/models/models';
import { descend } from '@analysis/numerics/minimise';
import { seededRandom } from '@analysis/numerics/random';
import { drawBeta, drawGamma, drawGeometric } from '@analysis/numerics/samplers';

const R = seededRandom(99);
const kinds: Record<string, () => [number, number]> = {
  het: () => [drawGamma(R, 0.6, 6), drawBeta(R, 0.8, 2.5)],
  samechurn: () => [drawGamma(R, 1, 6), 0.15],
  samerate: () => [0.12, drawBeta(R, 0.8, 3)],
  both: () => [0.12, 0.1],
  nochurn: () => [drawGamma(R, 0.8, 8), 0],
  regular: () => [drawGamma(R, 30, 100), drawBeta(R, 0.3, 9)],
  dies: () => [drawGamma(R, 0.6, 2), 0.9],
  sparse: () => [drawGamma(R, 0.05, 5), drawBeta(R, 1, 1)],
};
let bad = 0,
  t = 0;
const tab: Record<string, number> = {};
for (const [k, draw] of Object.entries(kinds))
  for (const n of [60, 400, 1500])
    for (let rep = 0; rep < 3; rep++) {
      const x: number[] = [],
        tx: number[] = [],
        T: number[] = [];
      for (let i = 0; i < n; i++) {
        const t = Math.floor(R() * 700) / 7;
        const [l, p] = draw();
        const g = drawGeometric(R, p);
        let c = 0,
          last = 0,
          now = 0;
        while (c < g) {
          now += -Math.log(1 - R()) / l;
          const d = Math.ceil(now * 7) / 7;
          if (d > t) break;
          if (d > last) {
            c++;
            last = d;
          }
        }
        x.push(c);
        tx.push(last);
        T.push(t);
      }
      const { groups } = groupCounts({
        x: Float64Array.from(x),
        tx: Float64Array.from(tx),
        T: Float64Array.from(T),
      });
      for (const [name, rules] of Object.entries(COUNT_MODELS)) {
        const t0 = performance.now();
        const fit = fitCounts(rules, groups);
        t += performance.now() - t0;
        let best = -Infinity,
          at: any = null;
        if (groups.repeatPurchases > 0)
          for (let s = 0; s < 12; s++) {
            const st = [R() * 6 - 3, R() * 6, R() * 8 - 5, R() * 8 - 2];
            const d = descend((l, g) => {
              if (l.some((v) => Math.abs(v) > 23)) return NaN;
              const P = l.map(Math.exp);
              const v = rules.logLikelihood(groups, P, g);
              P.forEach((p, i) => {
                g[i]! *= -p;
              });
              return -v;
            }, st);
            if (-d.value > best) {
              best = -d.value;
              at = d.x.map(Math.exp);
            }
          }
        const key = `${k} ${name} ${fit.boundary} ${fit.converged}`;
        tab[key] = (tab[key] ?? 0) + 1;
        const s = JSON.stringify([
          k,
          n,
          name,
          fit.logLikelihood,
          best,
          fit.parameters,
          at,
          fit.boundary,
          fit.free,
          fit.gain,
        ]);
        if (best > fit.logLikelihood + 1e-3) {
          bad++;
          console.log('WORSE', s);
        }
        if (!fit.converged) console.log('NOTCONV', s);
      }
    }
console.log(bad, t, tab);
