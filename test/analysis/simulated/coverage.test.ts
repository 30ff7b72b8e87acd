import { describe, expect, it } from 'vitest';
import { coverageOf, STUDIES } from './studies';

/** A thousand shops of each kind take minutes (`npm run soak`): here as many as seconds allow. */
const shopsOf = (name: string) =>
  name.startsWith('pnbd') ? 8 : /^(m?bgnbd|Gamma|gift)/.test(name) ? 30 : 300;

describe('95 % intervals hold what simulated shops were drawn from', () => {
  it.each(STUDIES.map((study) => [study.name, study] as const))('%s', async (name, study) => {
    const shops = shopsOf(name);
    const { share, all } = await coverageOf(study, 0, shops);
    expect(all).toBeGreaterThanOrEqual(0.9 * shops);
    // Three and a half standard errors: truths of one shop stand or fall together, so shops are counted.
    const slack = 3.5 * Math.sqrt((0.95 * 0.05) / shops);
    expect(share).toBeGreaterThanOrEqual(0.95 - slack);
    expect(share).toBeLessThanOrEqual(Math.min(1, 0.95 + slack));
  });
});
