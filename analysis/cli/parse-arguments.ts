import { parseArgs } from 'node:util';
import { type Day, isDay } from '@shared/calendar/day';
import { LANGS, type Lang } from '@shared/i18n/lang';
import { type Translate, translator } from '@shared/i18n/translator';
import type { ColumnMap, ReadOptions } from '../options';
import type { ModelName } from '../review';
import type { Io } from './io';
import { languageOf } from './language';
import { parseMap } from './parse-map';
import { FORMATS, type Format, type Parsed, type Request } from './request';

const OPTIONS = {
  'as-of': { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  tz: { type: 'string' },
  lang: { type: 'string' },
  currency: { type: 'string' },
  unit: { type: 'string' },
  'calibrate-until': { type: 'string' },
  horizon: { type: 'string' },
  models: { type: 'string' },
  net: { type: 'boolean' },
  map: { type: 'string', multiple: true },
  'date-order': { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  rows: { type: 'string' },
  password: { type: 'string' },
  share: { type: 'boolean' },
  partial: { type: 'boolean' },
  'no-progress': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = { readonly [Name in keyof typeof OPTIONS]?: string | boolean | (string | boolean)[] };

const MODELS: readonly ModelName[] = ['bgnbd', 'mbgnbd', 'pnbd', 'gg'];
const DEFAULT_HORIZON = '52w';
/** Any fixed number: the same files give the same letter to the last digit. */
const SEED = 20_260_101;

/** Thrown and caught in this file only: a usage mistake found deep in a value. */
class Misuse extends Error {}

/** Reads the command line. Mistakes are told in the reader's language, naming the option and what it takes. */
export function parseArguments(argv: readonly string[], env: Io['env']): Parsed {
  const lang = languageOf(argv, env);
  const t = translator(lang);
  try {
    const { values, positionals } = readTokens(argv, t);
    if (values.help === true) return { ok: true, kind: 'help', lang };
    return { ok: true, kind: 'run', request: requestOf(values, positionals, lang, t) };
  } catch (problem) {
    if (!(problem instanceof Misuse)) throw problem;
    return { ok: false, lang, sentence: problem.message };
  }
}

function readTokens(argv: readonly string[], t: Translate): { values: Values; positionals: string[] } {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(OPTIONS, token.name)
      ? OPTIONS[token.name as keyof typeof OPTIONS]
      : undefined;
    if (!option) throw new Misuse(t('cli.unknownOption', { option: token.rawName }));
    // `--out --partial` is a forgotten value, not a file named `--partial`; `--out=--x` and `-` are meant.
    const forgotten = token.value === undefined || (!token.inlineValue && /^-./.test(token.value));
    if (option.type === 'string' && forgotten)
      throw new Misuse(t('cli.needsValue', { option: token.rawName }));
    if (option.type === 'boolean' && token.value !== undefined) {
      throw new Misuse(t('cli.noValue', { option: token.rawName, value: token.value }));
    }
  }
  return { values: values as Values, positionals };
}

function requestOf(values: Values, files: readonly string[], lang: Lang, t: Translate): Request {
  if (files.length === 0) throw new Misuse(t('cli.noFile'));
  if (files.filter((file) => file === '-').length > 1) throw new Misuse(t('cli.stdinOnce'));
  const text = (name: keyof typeof OPTIONS) => (typeof values[name] === 'string' ? values[name] : null);
  const oneOf = <const Value extends string>(name: keyof typeof OPTIONS, allowed: readonly Value[]) => {
    const value = text(name);
    if (value === null || (allowed as readonly string[]).includes(value)) return value as Value | null;
    throw new Misuse(t('cli.oneOf', { option: `--${name}`, value, allowed: allowed.join(' | ') }));
  };
  const day = (name: keyof typeof OPTIONS) => {
    const value = text(name);
    if (value === null || isDay(value)) return value;
    throw new Misuse(t('cli.badDay', { option: `--${name}`, value }));
  };
  const days = inOrder(
    {
      '--from': day('from'),
      '--calibrate-until': day('calibrate-until'),
      '--to': day('to'),
      '--as-of': day('as-of'),
    },
    t,
  );
  oneOf('lang', LANGS);
  const read: ReadOptions = {
    map: mapOf(values.map, t),
    dateOrder: oneOf('date-order', ['dmy', 'mdy']),
    tz: zoneOf(text('tz'), t),
    currency: currencyOf(text('currency'), t),
    password: text('password'),
    listLeftOut: text('rows') !== null,
  };
  const review = {
    lang,
    asOf: days['--as-of'],
    from: days['--from'],
    to: days['--to'],
    unit: oneOf('unit', ['day', 'week']) ?? ('week' as const),
    calibrateUntil: days['--calibrate-until'],
    horizonWeeks: horizonOf(text('horizon') ?? DEFAULT_HORIZON, t),
    models: modelsOf(text('models'), t),
    net: values.net === true,
    seed: SEED,
  };
  return {
    files,
    read,
    review,
    format: oneOf<Format>('format', FORMATS) ?? 'html',
    out: text('out'),
    rows: text('rows'),
    share: values.share === true,
    partial: values.partial === true,
    progress: values['no-progress'] !== true,
    lang,
  };
}

/** The days as given, once none lies after one that must not come before it; `--to` and `--as-of` may lie anyhow. */
function inOrder<Days extends Readonly<Record<string, Day | null>>>(days: Days, t: Translate): Days {
  const given = Object.entries(days);
  for (const [place, [first, day]] of given.entries()) {
    for (const [second, other] of given.slice(place + 1)) {
      if (day === null || other === null || day <= other || first === '--to') continue;
      throw new Misuse(t('cli.daysTurned', { first, day, second, other }));
    }
  }
  return days;
}

function mapOf(given: Values['map'], t: Translate): ColumnMap | null {
  if (!Array.isArray(given)) return null;
  const result = parseMap(given.map(String));
  if (result.ok) return result.map;
  throw new Misuse(t(result.key, { found: result.found, fields: result.fields }));
}

/** @throws Misuse when the zone is unknown to this computer. */
function zoneOf(zone: string | null, t: Translate): string | null {
  if (zone === null) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    throw new Misuse(t('cli.badZone', { value: zone }));
  }
}

function currencyOf(value: string | null, t: Translate): string | null {
  if (value === null || /^[A-Za-z]{3}$/.test(value)) return value?.toUpperCase() ?? null;
  throw new Misuse(t('cli.badCurrency', { value }));
}

function horizonOf(value: string, t: Translate): number {
  const match = /^(\d{1,4})([wd])$/.exec(value);
  const count = Number(match?.[1] ?? 0);
  if (!match || count === 0) throw new Misuse(t('cli.badHorizon', { value }));
  return match[2] === 'w' ? count : count / 7;
}

function modelsOf(value: string | null, t: Translate): readonly ModelName[] {
  if (value === null) return MODELS;
  const names = value.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !(MODELS as readonly string[]).includes(name));
  if (wrong !== undefined) {
    throw new Misuse(t('cli.oneOf', { option: '--models', value: wrong, allowed: MODELS.join(',') }));
  }
  return MODELS.filter((name) => names.includes(name));
}
