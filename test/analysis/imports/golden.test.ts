import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { orderFacts, read } from './helpers';

const root = fileURLToPath(new URL('../../fixtures/exports', import.meta.url));

/** What is left of an export once it is read, in the words of the expected files. */
async function outcome(path: string) {
  const result = await read([{ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }]);
  if (!result.ok) return { refusals: result.refusals };
  const { data } = result;
  const time = (value: number) => (Number.isNaN(value) ? null : new Date(value).toISOString().slice(0, 19));
  return {
    inputs: data.inputs,
    currency: data.currency,
    timeZone: data.timeZone,
    withoutBuyer: data.withoutBuyer,
    platformsWithoutKey: data.platformsWithoutKey,
    orders: orderFacts(data),
    answers: Array.from({ length: data.answers.count }, (_, index) => ({
      answeredAt: time(data.answers.answeredAt[index]!),
      score: data.answers.score[index],
      buyer: data.answers.buyer[index],
    })),
  };
}

const samples = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((folder) =>
    readdirSync(join(root, folder.name))
      .filter((name) => !name.endsWith('.expected.json'))
      .map((name) => `${folder.name}/${name}`),
  );

describe('sample exports', () => {
  it('are there', () => {
    expect(samples.length).toBeGreaterThan(40);
  });

  it.each(samples)('%s', async (sample) => {
    const path = join(root, sample);
    const expectedPath = path.slice(0, -extname(path).length).concat('.expected.json');
    const found = await outcome(path);
    if (!existsSync(expectedPath) && process.env.UPDATE_EXPECTED && !process.env.CI)
      writeFileSync(expectedPath, `${JSON.stringify(found, null, 2)}\n`);
    expect(existsSync(expectedPath), `${expectedPath} is missing`).toBe(true);
    expect(found).toEqual(JSON.parse(readFileSync(expectedPath, 'utf8')));
  });

  it('are called by the name of their folder', async () => {
    for (const sample of samples) {
      const [folder = ''] = sample.split('/');
      if (folder === 'hostile') continue;
      const found = await outcome(join(root, sample));
      const formats = 'inputs' in found ? (found.inputs ?? []).map((input) => input.format) : [folder];
      expect(formats, sample).toContain(folder);
    }
  });
});
