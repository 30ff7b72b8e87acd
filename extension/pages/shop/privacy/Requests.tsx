import { noteRequest, settleRequest } from '@extension/book/actions/requests';
import { SelectField, TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import { useToday } from '@extension/ui/use-today';
import { addDays, dayOf, isDay } from '@shared/calendar/day';
import { type PrivacyRequest, REQUEST_DAYS, type RequestKind } from '@shared/records/privacy';
import { useState } from 'preact/hooks';
import { Part } from '../../options/Part';
import type { ShopTabProps } from '../tabs';

interface RequestsProps extends ShopTabProps {
  /** Whoever is looked at: a new request is about them. */
  readonly buyerId: string | null;
  readonly onLook: (buyerId: string) => void;
}

const ASKED = ['access', 'erasure', 'correction'] as const;
const SHOWN = 50;

/** The dated log of requests about data: who, what, due when, done when. */
export function Requests({ book, acts, buyerId, onLook }: RequestsProps) {
  const { t } = useMore();
  const lines = useLive(async () => {
    const all = (await book.db.requests.toArray()).filter(({ deleted }) => !deleted);
    return all.sort((a, b) => order(a, b)).slice(0, SHOWN);
  }, [book]);
  if (!lines) return null;
  return (
    <Part title={t('privacy.log.title')}>
      <p class="quiet">{t('privacy.log.about', { days: REQUEST_DAYS })}</p>
      <NewRequest book={book} acts={acts} buyerId={buyerId} />
      {lines.length === 0 && <p class="empty">{t('privacy.log.none')}</p>}
      <ul class="privacy-list">
        {lines.map((line) => (
          <Line key={line.id} line={line} book={book} acts={acts} onLook={onLook} />
        ))}
      </ul>
    </Part>
  );
}

/** What is still to be answered first, the oldest first; then what was, the newest first. */
function order(a: PrivacyRequest, b: PrivacyRequest): number {
  if (!a.doneAt !== !b.doneAt) return a.doneAt ? 1 : -1;
  return (a.at < b.at ? -1 : 1) * (a.doneAt ? -1 : 1);
}

/** @example kindOf('erased') // => 'erasure' */
export function kindOf(kind: PrivacyRequest['kind']): RequestKind {
  if (kind === 'exported') return 'access';
  return kind === 'erased' ? 'erasure' : kind;
}

interface LineProps extends ShopTabProps {
  readonly line: PrivacyRequest;
  readonly onLook: (buyerId: string) => void;
}

function Line({ line, book, acts, onLook }: LineProps) {
  const { t } = useMore();
  const today = useToday(book);
  const { id, kind, who = '', aboutId, at, dueOn, doneAt, records, note } = line;
  const day = (moment: string) => dayOf(Date.parse(moment), book.world.timeZone);
  const state = doneAt
    ? t('privacy.log.doneOn', { day: day(doneAt) })
    : dueOn && t(dueOn < today ? 'privacy.log.late' : 'privacy.log.due', { day: dueOn });
  const erased = kindOf(kind) === 'erasure' && who === '' && doneAt;
  return (
    <li>
      <span class="day">{day(at)}</span> <strong>{t(`privacy.log.kind.${kindOf(kind)}`)}</strong>{' '}
      {who === '' ? <span class="quiet">{erased ? t('privacy.log.erased') : ''}</span> : <Name of={who} />}{' '}
      <span class={!doneAt && dueOn && dueOn < today ? 'fault small' : 'quiet small'}>
        {[state, records > 0 ? t('privacy.log.records', { n: records }) : null, note]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span class="acts">
        {aboutId && (
          <button type="button" class="plain small" onClick={() => onLook(aboutId)}>
            {t('privacy.log.look')}
          </button>
        )}
        {!doneAt && (
          <button
            type="button"
            class="plain small"
            onClick={() => void acts.run(settleRequest(book, id), { key: 'privacy.log.settled' })}
          >
            {t('privacy.log.done')}
          </button>
        )}
      </span>
    </li>
  );
}

function NewRequest({ book, acts, buyerId }: ShopTabProps & { readonly buyerId: string | null }) {
  const { t } = useMore();
  const today = useToday(book);
  const [kind, setKind] = useState<(typeof ASKED)[number]>('access');
  const [who, setWho] = useState('');
  const [on, setOn] = useState('');
  const [note, setNote] = useState('');
  const asked = on.trim() === '' ? today : on.trim();
  const right = isDay(asked) && asked <= today;
  async function add(): Promise<void> {
    if (!right || who.trim() === '') return;
    const request = { kind, who: who.trim(), aboutId: buyerId, askedOn: asked, note: note.trim() };
    const said = { key: 'privacy.log.saved', params: { day: addDays(asked, REQUEST_DAYS) } } as const;
    if (!(await acts.run(noteRequest(book, request), said))) return;
    setWho('');
    setOn('');
    setNote('');
  }
  return (
    <form
      class="fields"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <SelectField
        label={t('privacy.log.kind')}
        value={kind}
        options={ASKED.map((value) => ({ value, label: t(`privacy.log.kind.${value}`) }))}
        onValue={setKind}
      />
      <TextField label={t('privacy.log.who')} value={who} onValue={setWho} />
      <TextField
        label={t('privacy.log.on')}
        value={on}
        onValue={setOn}
        placeholder={today}
        wrong={!right}
        hint={right ? null : t('privacy.log.wrongDay')}
      />
      <TextField label={t('privacy.log.note')} value={note} onValue={setNote} />
      <div class="acts">
        <button type="submit" disabled={!right || who.trim() === ''}>
          {t('privacy.log.add')}
        </button>
      </div>
    </form>
  );
}
