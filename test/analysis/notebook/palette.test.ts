import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../../shared/look/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
const print = readFileSync(new URL('../../../analysis/notebook/style/print.css', import.meta.url), 'utf8');

function tokens(text: string) {
  return Object.fromEntries(
    [...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map((match) => [match[1]!, match[2]!]),
  );
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const contrast = (one: string, other: string) => {
  const [hi, lo] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (hi + 0.05) / (lo + 0.05);
};
const lightness = (hex: string) => 116 * Math.cbrt(luminance(hex)) - 16;

test.each([
  ['light', tokens(light)],
  ['dark', tokens(dark)],
  ['paper', tokens(print)],
])('%s: six series, each 3:1 on the page and apart from the others in grey', (_, colors) => {
  const series = [1, 2, 3, 4, 5, 6].map((number) => colors[`series-${number}`] ?? '');
  for (const color of series) expect(contrast(color, colors.paper ?? '')).toBeGreaterThanOrEqual(3);
  const greys = series.map(lightness).sort((a, b) => a - b);
  for (let index = 1; index < greys.length; index++) {
    expect(greys[index]! - greys[index - 1]!).toBeGreaterThanOrEqual(4);
  }
});

test('a word on a part of a bar can be read: ink or paper against the seal', () => {
  for (const colors of [tokens(light), tokens(dark), tokens(print)]) {
    expect(contrast(colors.paper ?? '', colors.seal ?? '')).toBeGreaterThanOrEqual(4.5);
  }
});
