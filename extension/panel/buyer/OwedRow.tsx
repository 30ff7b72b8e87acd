import { Icon } from '@extension/ui/Icon';
import { Key } from '@extension/ui/Key';
import { lazily } from '@extension/ui/more';
import { dueWords, momentDay, shortDay } from '@extension/ui/when';
import { useWords } from '@extension/ui/words';
import { type Day, daysBetween } from '@shared/calendar/day';
import type { Translate } from '@shared/i18n/shop';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { offBeside } from './off-words';
import type { Owed } from './owed';
import { sayOwed } from './say';
import { settlements } from './settle';

/** Countdown until the day, count-up after it; a word beside every colour. */
function standingWords(owed: Owed, today: Day, t: Translate): string {
  if (owed.record.state === 'to-be-sent') return t('records.promise.state.to-be-sent');
  if (owed.kind === 'discount') return t(`records.discount.state.${owed.expired ? 'expired' : 'owed'}`);
  if (owed.kind === 'gift') return t(`records.gift.state.${owed.record.state}`);
  const { falls } = owed;
  if (falls === null) return '';
  if (!falls.firm) return t('panel.owe.now');
  const left = daysBetween(today, falls.day);
  if (left < 0) return t('panel.owe.lateBy', { n: -left });
  return left === 0 ? t('records.promise.state.due') : t('panel.owe.daysLeft', { n: left });
}

function tone(owed: Owed): string {
  if (owed.kind === 'promise' && (owed.standing === 'late' || owed.standing === 'due')) return 'late';
  return owed.kind === 'promise' && owed.standing === 'near' ? 'near' : '';
}

const NewDate = lazily(async () => (await import('../ledger/NewDate')).NewDate);
const DebtFold = lazily(async () => (await import('../ledger/DebtFold')).DebtFold);

const ICONS = { discount: 'discount', gift: 'gift', promise: 'promise' } as const;

interface OwedRowProps {
  readonly owed: Owed;
  readonly name: string;
  /** The first has the key. */
  readonly first: boolean;
}

/** One debt: what, in which words, when; put it into the reply, or settle it. */
export function OwedRow({ owed, name, first }: OwedRowProps) {
  const { t, lang } = useWords();
  const { session } = usePanel();
  const [dating, setDating] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const today = session.today.value;
  const { record } = owed;
  const said = momentDay(record.saidAt, today, session.book.world.timeZone);
  const beside = owed.kind === 'discount' ? offBeside(owed.record, lang, t) : '';
  const stands = standingWords(owed, today, t);
  return (
    <li class={`owed ${tone(owed)}`}>
      <div class="owed-line">
        <Icon name={tone(owed) === 'late' ? 'late' : ICONS[owed.kind]} />
        <strong class="what">
          {record.what}
          {beside && <span class="quiet"> · {beside}</span>}
        </strong>
        <span class="stands">{stands}</span>
        {owed.kind !== 'gift' && (
          <button
            type="button"
            class="icon-button small-button"
            aria-expanded={unfolded}
            aria-label={t('panel.owe.details', { what: record.what })}
            onClick={() => setUnfolded(!unfolded)}
          >
            <Icon name="fold" />
          </button>
        )}
      </div>
      <p class="quiet small">
        {owed.kind === 'promise' && <span>{dueWords(owed.record.due, today, lang, t)} · </span>}
        {record.quote !== '' && record.quote !== record.what && (
          <>
            <q>{record.quote}</q>{' '}
          </>
        )}
        <span>
          {t(record.state === 'to-be-sent' ? 'panel.owe.prepared' : 'panel.owe.said', { day: said })}
        </span>
        {owed.kind === 'promise' && owed.record.snoozedUntil !== null && owed.record.snoozedUntil > today && (
          <span> · {t('panel.owe.putOff', { day: shortDay(owed.record.snoozedUntil, today) })}</span>
        )}
      </p>
      {dating && owed.kind === 'promise' ? (
        <NewDate promise={owed.record} onLeave={() => setDating(false)} />
      ) : (
        <div class="acts">
          <button
            type="button"
            class={first ? 'primary' : ''}
            onClick={() => void session.fill(sayOwed(owed, name, today, lang, t))}
          >
            <Icon name="fill" /> {t('panel.owe.fill')} {first && <Key letter="F" />}
          </button>
          {settlements(session, owed).map(({ word, act }) => (
            <button type="button" class="plain" key={word} onClick={act}>
              {t(word)}
            </button>
          ))}
          {owed.kind === 'promise' && record.state === 'open' && (
            <button type="button" class="plain" onClick={() => setDating(true)}>
              {t('panel.owe.newDate')}
            </button>
          )}
        </div>
      )}
      {unfolded && owed.kind === 'promise' && (
        <DebtFold kind="promise" record={owed.record} late={owed.standing === 'late'} name={name} />
      )}
      {unfolded && owed.kind === 'discount' && <DebtFold kind="discount" record={owed.record} />}
    </li>
  );
}
