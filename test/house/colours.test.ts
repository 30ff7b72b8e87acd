import { describe, expect, test } from 'vitest';
import { read } from './tree';

type Theme = Readonly<Record<string, string>>;

/** The custom properties of one block; later ones add to earlier ones. */
function theme(css: string): Theme {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name, value]) => [name, value]),
  );
}

/** WCAG 2 relative luminance of #rrggbb. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

const css = read('shared/look/tokens.css');
const darkStart = css.indexOf('prefers-color-scheme: dark');
const light = theme(css.slice(0, darkStart));
const THEMES = { light, dark: { ...light, ...theme(css.slice(darkStart)) } };

/** Text on paper, as the pages use them. */
const PAIRS = [
  ['ink', 'paper'],
  ['ink', 'raised'],
  ['quiet', 'paper'],
  ['quiet', 'raised'],
  ['blue', 'paper'],
  ['blue', 'raised'],
  ['seal', 'paper'],
  ['seal', 'raised'],
  ['on-seal', 'seal'],
  ['on-private', 'private'],
  ['kept', 'paper'],
  ['kept', 'raised'],
  ['near', 'near-paper'],
  ['near', 'raised'],
] as const;

describe.each(Object.entries(THEMES))('%s theme', (_, colours) => {
  test.each(PAIRS)('%s on %s is readable (AA, 4.5 : 1)', (text, ground) => {
    expect(contrast(colours[text]!, colours[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  const series = Object.keys(colours).filter((name) => /^series-\d$/.test(name));
  test.each(series)('%s is seen on paper (graphics, 3 : 1)', (name) => {
    expect(contrast(colours[name]!, colours.paper!)).toBeGreaterThanOrEqual(3);
  });
});
