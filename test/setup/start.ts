import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { addDays, dayOf } from '@shared/calendar/day';
import { type Lang, pickLang } from '@shared/i18n';
import { openCounter } from '../e2e/support/counter';
import { run as practice } from '../shop/generate/run';
import { startShop } from '../shop/server';
import { playEvening } from './start/evening';
import { writeLetter } from './start/letter';
import { stayOpen } from './start/stay-open';

/** `npm start`: the shop, the panel beside it, and the weekly review. Headless it plays a short evening itself. */
const OUT = '.output/start';
const SEED = '1';

const { values } = parseArgs({
  options: { headless: { type: 'boolean', default: false }, lang: { type: 'string' } },
});
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
const headless = values.headless || !hasDisplay;
// Chinese first: a computer that says nothing of its language shows the shop as most owners see it.
const lang: Lang = pickLang((values.lang ?? spokenHere()).replace('_', '-'));

function spokenHere(): string {
  const { LC_ALL, LANG } = process.env;
  const said = (LC_ALL ?? LANG ?? '').split('.')[0] ?? '';
  return said === '' || said === 'C' || said === 'POSIX' ? 'zh-CN' : said;
}

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const books = resolve(OUT, 'practice');
// The shop's story ends yesterday, so that what is due is due now.
const asOf = addDays(dayOf(Date.now(), 'Asia/Shanghai'), -1);
const made = await practice([
  '--as-of',
  asOf,

  '--buyers',
  '400',
  '--seed',
  SEED,
  '--out',
  books,
  '--lang',
  lang === 'en' ? 'en' : 'zh',
]);
if (made !== 0) process.exit(made);

const shop = await startShop({ seed: SEED, asOf, lang: lang === 'en' ? 'en' : 'zh' });
const counter = await openCounter({
  lang,
  shop,
  headless,
  book: join(books, 'book.json'),
  query: `scenario=busy${headless ? '&speed=0' : ''}`,
});
if (headless) {
  const summary = await playEvening(counter, lang, OUT);
  await counter.close();
  await shop.close();
  const letter = await writeLetter(books, join(OUT, 'book-after.json'), OUT, lang);
  console.log([...summary, ...letter].join('\n'));
  await rm(counter.keeper.profile, { recursive: true, force: true, maxRetries: 5 });
} else {
  await writeLetter(books, join(books, 'book.json'), OUT, lang);
  await stayOpen(counter, lang, shop.url, OUT);
}
process.exit(0);
