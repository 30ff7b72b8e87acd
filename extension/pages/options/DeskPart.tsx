import { saveSetting } from '@extension/book/actions/settings';
import { setting, storedSetting } from '@extension/book/reads/settings';
import { useMore } from '@extension/ui/more';
import { SettingField } from '@extension/ui/SettingField';
import { useLive } from '@extension/ui/use-live';
import { QUIET_HOURS, type QuietHours, readQuietHours } from '@shared/records/quiet-hours';
import type { Json } from '@shared/text/json';
import { moneyToMajor, parseMoney } from '@shared/text/money';
import type { Acts } from '../use-acts';
import { Part } from './Part';

const HINTS = {
  names: 'desk.set.namesHint',
  quiet: 'desk.set.quietHint',
  budgetDay: 'desk.set.budgetHint',
  budgetBuyer: 'desk.set.budgetHint',
} as const;

/** `{ save: null }`: what was typed does not fit. */
type Read = { readonly save: Json } | null;

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function hoursText(hours: QuietHours | null): string {
  return hours === null ? '' : `${clock(hours.from)}–${clock(hours.to)}`;
}

/**
 * Quiet hours as they are typed: two times of day; nothing for none.
 *
 * @example readHours('0:30-8:00') // => { save: { from: '00:30', to: '08:00' } }
 * @example readHours('late') // => null
 */
export function readHours(text: string): Read {
  if (text.trim() === '') return { save: null };
  const match = /^\s*(\d{1,2})[:：](\d{2})\s*[-–—~～至到]\s*(\d{1,2})[:：](\d{2})\s*$/.exec(text);
  if (!match) return null;
  const [from, to] = [
    `${match[1]?.padStart(2, '0')}:${match[2]}`,
    `${match[3]?.padStart(2, '0')}:${match[4]}`,
  ];
  const read = readQuietHours({ from, to });
  return read === QUIET_HOURS && hoursText(QUIET_HOURS) !== `${from}–${to}` ? null : { save: { from, to } };
}

/** Names of those who take turns at the desk, as they are typed. */
function readNames(text: string): Read {
  const names = text
    .split(/[,，、;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return { save: [...new Set(names)].slice(0, 9) };
}

/** Who takes turns at the desk, the quiet hours, and what gifts may cost. */
export function DeskPart({ acts }: { readonly acts: Acts }) {
  const { t } = useMore();
  const { book } = acts;
  const stored = useLive(async () => {
    const currency = await setting(book, 'currency', 'CNY');
    const names = await setting<Json[]>(book, 'seatNames', []);
    const major = async (key: string) => {
      const minor = await setting(book, key, 0);
      return minor > 0 ? String(moneyToMajor({ minor, currency })) : '';
    };
    return {
      currency,
      names: names.filter((name) => typeof name === 'string').join('、'),
      quiet: hoursText(readQuietHours(await storedSetting(book, 'quietHours'))),
      day: await major('giftBudgetDay'),
      buyer: await major('giftBudgetBuyer'),
    };
  }, [book]);
  if (!stored) return null;
  const readAmount = (text: string): Read => {
    if (text.trim() === '') return { save: 0 };
    const money = parseMoney(text, stored.currency);
    return money && { save: money.minor };
  };
  const field = (name: keyof typeof HINTS, key: string, now: string, read: (text: string) => Read) => (
    <SettingField
      key={name}
      label={`desk.set.${name}`}
      stored={now}
      hint={t(HINTS[name])}
      faultOf={(text) => (read(text) ? null : t(HINTS[name]))}
      onSave={async (text) => {
        const value = read(text);
        return value !== null && acts.run(saveSetting(book, key, value.save), { key: 'options.saved' });
      }}
    />
  );
  return (
    <Part title={t('desk.title')}>
      <div class="fields">
        {field('names', 'seatNames', stored.names, readNames)}
        {field('quiet', 'quietHours', stored.quiet, readHours)}
        {field('budgetDay', 'giftBudgetDay', stored.day, readAmount)}
        {field('budgetBuyer', 'giftBudgetBuyer', stored.buyer, readAmount)}
      </div>
    </Part>
  );
}
