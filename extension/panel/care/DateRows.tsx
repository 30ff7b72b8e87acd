import './care.css';
import { type DateInput, dropDate, editDate, seeToDate } from '@extension/book/actions/dates';
import { useEdited } from '@extension/ui/edited';
import { useMore } from '@extension/ui/more';
import { shortDay } from '@extension/ui/when';
import { lunarToSolar } from '@shared/calendar/lunar-to-solar';
import { lunarWords } from '@shared/calendar/lunar-words';
import { type ComingDate, comingDate } from '@shared/records/coming-date';
import type { SpecialDate } from '@shared/records/date';
import { useState } from 'preact/hooks';
import type { MoreSectionProps } from '../buyer/more-sections';
import { Row, Rows } from '../buyer/rows';
import { FormFrame } from '../forms/FormFrame';
import { usePanel } from '../state/context';
import { DATE_LABELS, DateFields, readDate, typedDate, useDateWords } from './DateFields';
import { MessageForm } from './MessageForm';
import { sayDate } from './say';

/** The days of a buyer and of those behind them, the next one first. */
export function DateRows({ view }: MoreSectionProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const today = session.today.value;
  const { dates } = view;
  const rows = dates
    .map((date) => ({ date, coming: comingDate(date, today, lunarToSolar) }))
    .sort((a, b) => (a.coming?.on ?? '9').localeCompare(b.coming?.on ?? '9'));
  return (
    <Rows empty={t('care.date.empty')}>
      {rows.map(({ date, coming }) => (
        <DateRow key={date.id} date={date} coming={coming} view={view} />
      ))}
    </Rows>
  );
}

interface DateRowProps extends Pick<MoreSectionProps, 'view'> {
  readonly date: SpecialDate;
  readonly coming: ComingDate | null;
}

function DateRow({ date, coming, view }: DateRowProps) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const today = session.today.value;
  const [open, setOpen] = useState<'greet' | 'edit' | null>(null);
  const person = view.people.find(({ id }) => id === date.personId);
  const params = { what: date.title };
  const leave = () => setOpen(null);
  const written = () => {
    if (date.calendar === 'solar') return null;
    const day =
      lang === 'en' ? `${date.month}-${date.day}` : lunarWords(date.month, date.day, lang === 'zh-TW');
    return t(date.leap ? 'care.date.inLeap' : 'care.date.inLunar', { date: day });
  };
  const state = () => {
    if (!coming) return t('care.date.over');
    return coming.inDays === 0 ? t('care.date.today') : t('care.date.inDays', { n: coming.inDays });
  };
  const notes = [
    person?.name ?? null,
    written(),
    coming && date.leadDays > 0 && coming.sendBy >= today
      ? t('care.date.sendBy', { day: shortDay(coming.sendBy, today) })
      : null,
    date.note || null,
  ].filter((note) => note !== null);
  return (
    <Row
      day={coming ? shortDay(coming.on, today) : ''}
      what={
        <>
          {date.title} <span class="quiet">{notes.join(' · ')}</span>
        </>
      }
      state={state()}
      tone={coming?.due ? 'near' : ''}
    >
      {open === null && (
        <span class="acts">
          {coming && (
            <>
              <button type="button" class="plain" onClick={() => setOpen('greet')}>
                {t('care.date.greet')}
              </button>
              <button
                type="button"
                class="plain"
                onClick={() =>
                  void session.run(seeToDate(book, date.id, coming.on), { key: 'care.done.seenTo', params })
                }
              >
                {t('care.date.seenTo')}
              </button>
            </>
          )}
          <button type="button" class="plain" onClick={() => setOpen('edit')}>
            {t('care.change')}
          </button>
          <button
            type="button"
            class="plain"
            onClick={() => void session.run(dropDate(book, date.id), { key: 'care.done.dropped', params })}
          >
            {t('care.drop')}
          </button>
        </span>
      )}
      {open === 'greet' && coming && (
        <MessageForm
          buyer={view.buyer}
          about={{ dueOn: coming.on, reason: 'greeting', aboutId: date.id }}
          text={sayDate({ name: view.buyer.name, lang, t }, date)}
          templates={['holiday', 'greeting']}
          onLeave={leave}
        />
      )}
      {open === 'edit' && <DateEdit date={date} view={view} onLeave={leave} />}
    </Row>
  );
}

function DateEdit({ date, view, onLeave }: Omit<DateRowProps, 'coming'> & { readonly onLeave: () => void }) {
  const { session } = usePanel();
  const edited = useEdited(typedDate(date), DATE_LABELS, useDateWords(view.people));
  const { fields } = edited;
  const read = readDate(fields, session.today.value);
  const save = (input: DateInput) =>
    session.run(editDate(session.book, date.id, input), {
      key: 'care.done.changed',
      params: { what: input.title },
    });
  return (
    <FormFrame
      title="care.change"
      subject={view.buyer.name}
      check={() => {
        const open = edited.unsettled();
        if (open) return open;
        if (fields.what.trim() === '') return 'panel.form.whatMissing';
        return read ? null : 'care.date.unknown';
      }}
      save={() => save(read!)}
      onLeave={onLeave}
    >
      <DateFields fields={fields} set={edited.set} people={view.people} />
      {edited.choices}
    </FormFrame>
  );
}
