import { useState } from 'preact/hooks';
import type { PlatformScoreRow } from '../../findings/platform-scores';
import type { Review } from '../../review';
import { sayCode, type Writer } from '../text/writer';

interface ScoresFormProps {
  readonly review: Review;
  readonly writer: Writer;
  readonly onSave: (row: PlatformScoreRow) => Promise<boolean>;
}

const SCORES = ['description', 'service', 'delivery', 'overall'] as const;
/** Platforms whose pages show weekly scores, where no order says which one the shop is on. */
const USUAL = ['taobao', 'pdd', 'douyin', 'jd', '1688', 'kuaishou', 'shopee'];

/** A score as a platform writes it; null for an empty field, undefined for what is none. */
function scoreOf(typed: string): number | null | undefined {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 && value <= 100 ? value : undefined;
}

/** The platform's own scores of this week, typed off its page; what it does not show stays empty. */
export function ScoresForm({ review, writer, onSave }: ScoresFormProps) {
  const { t } = writer;
  const sells = (review.lists?.exports ?? []).map(({ platform }) => platform);
  const platforms = [...new Set([...sells, ...USUAL])];
  const [platform, setPlatform] = useState(platforms[0] ?? '');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [said, setSaid] = useState<'saved' | 'notSaved' | 'wrong' | 'empty' | null>(null);
  const week = review.period.isoWeek;

  async function submit(): Promise<void> {
    const found = SCORES.map((score) => [score, scoreOf(typed[score] ?? '')] as const);
    if (found.some(([, value]) => value === undefined)) return setSaid('wrong');
    if (found.every(([, value]) => value === null)) return setSaid('empty');
    const scores = Object.fromEntries(found) as Pick<PlatformScoreRow, (typeof SCORES)[number]>;
    const done = await onSave({ platform, week, ...scores });
    setSaid(done ? 'saved' : 'notSaved');
    if (done) setTyped({});
  }

  return (
    <form
      class="scores"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label>
        <span>{t('weekly.scores.platform')}</span>
        <select value={platform} onChange={(event) => setPlatform(event.currentTarget.value)}>
          {platforms.map((one) => (
            <option key={one} value={one}>
              {sayCode(writer, one, 'records.platform')}
            </option>
          ))}
        </select>
      </label>
      {SCORES.map((score) => (
        <label key={score}>
          <span>{t(`weekly.scores.${score}`)}</span>
          <input
            type="text"
            inputMode="decimal"
            maxLength={6}
            value={typed[score] ?? ''}
            onInput={(event) => setTyped({ ...typed, [score]: event.currentTarget.value })}
          />
        </label>
      ))}
      <button type="submit">{t('weekly.scores.save', { week })}</button>
      <p class="aside" role="status">
        {said === null ? t('weekly.scores.hint') : t(`weekly.scores.${said}`)}
      </p>
    </form>
  );
}
