import { coverageOf, STUDIES } from '../analysis/simulated/studies';
import type { SoakRound } from './round';

const SHOPS = 1000;
const [LEAST, MOST] = [0.93, 0.97];

/**
 * Shops drawn from known truths: 95 % intervals must hold the truth in 93–97 of 100. A round is one kind of
 * interval on a thousand shops.
 */
export function coverageRounds(): SoakRound {
  return {
    name: 'simulated shops',
    unit: 'shops',
    goal: STUDIES.length,
    run: async (number) => {
      const study = STUDIES[number % STUDIES.length]!;
      const { share, all } = await coverageOf(study, Math.floor(number / STUDIES.length) * SHOPS, SHOPS);
      const found = `${study.name}: ${(share * 100).toFixed(1)} % of ${all} inside their 95 % interval`;
      console.log(found);
      if (!(share >= LEAST && share <= MOST))
        throw new Error(`${found}; it should be ${LEAST * 100}–${MOST * 100} %.`);
      return SHOPS;
    },
  };
}
