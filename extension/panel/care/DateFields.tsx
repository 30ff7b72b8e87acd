import type { DateInput } from '@extension/book/actions/dates';
import { CheckField, SelectField, TextField } from '@extension/ui/fields';
import { type AnyKey, useMore } from '@extension/ui/more';
import { dayWords } from '@extension/ui/when';
import type { Day } from '@shared/calendar/day';
import { lunarToSolar } from '@shared/calendar/lunar-to-solar';
import { readMonthDay } from '@shared/calendar/month-day';
import { comingDate, MOST_LEAD_DAYS } from '@shared/records/coming-date';
import { DATE_KINDS, type SpecialDate } from '@shared/records/date';
import type { Person } from '@shared/records/person';
import { usePanel } from '../state/context';

/** The fields of a date as they are typed. */
export type DateTyped = {
  readonly what: string;
  readonly day: string;
  readonly kind: string;
  readonly calendar: string;
  readonly yearly: string;
  readonly leadDays: string;
  readonly personId: string;
  readonly note: string;
};

export const DATE_LABELS: Readonly<Record<keyof DateTyped, AnyKey>> = {
  what: 'panel.form.what',
  day: 'care.date.day',
  kind: 'panel.form.kind',
  calendar: 'care.date.calendar',
  yearly: 'care.date.yearly',
  leadDays: 'care.date.lead',
  personId: 'care.date.whose',
  note: 'panel.act.note',
};

/** Says a field of a stored date in words. */
export function useDateWords(people: readonly Person[]) {
  const { t } = useMore();
  return (name: keyof DateTyped, value: string): string => {
    if (name === 'kind') return t(`care.date.kind.${value as (typeof DATE_KINDS)[number]}`);
    if (name === 'calendar') return t(`care.date.${value as 'solar' | 'lunar'}`);
    if (name === 'personId') return people.find(({ id }) => id === value)?.name ?? '';
    return name === 'yearly' ? '✓' : value;
  };
}

/** Days a parcel is given to arrive, unless the seller says otherwise. */
const USUAL_LEAD = 5;

export const BLANK_DATE: DateTyped = {
  what: '',
  day: '',
  kind: 'birthday',
  calendar: '',
  yearly: 'yes',
  leadDays: String(USUAL_LEAD),
  personId: '',
  note: '',
};

/** A stored date as it would be typed. */
export function typedDate(date: SpecialDate): DateTyped {
  const leap = date.leap ? '闰' : '';
  return {
    what: date.title,
    day: date.leap
      ? `${leap}${date.month}月${date.day}`
      : `${date.year === null ? '' : `${date.year}-`}${date.month}-${date.day}`,
    kind: date.kind,
    calendar: date.calendar,
    yearly: date.yearly ? 'yes' : '',
    leadDays: String(date.leadDays),
    personId: date.personId ?? '',
    note: date.note,
  };
}

/**
 * What was typed as a date to keep; `null` while it is none. A leap month is lunar whatever else is said; a date
 * that does not come again needs its year, the coming one when none is typed.
 */
export function readDate(typed: DateTyped, today: Day): DateInput | null {
  const read = readMonthDay(typed.day);
  const leadDays = typed.leadDays.trim() === '' ? 0 : Number(typed.leadDays);
  if (!read || !Number.isInteger(leadDays) || leadDays < 0 || leadDays > MOST_LEAD_DAYS) return null;
  const lunar = read.leap || (typed.calendar === '' ? read.lunar === true : typed.calendar === 'lunar');
  if (lunar && read.day > 30) return null;
  const yearly = typed.yearly !== '';
  const thisYear = Number(today.slice(0, 4));
  const passed =
    `${read.month}`.padStart(2, '0') + `${read.day}`.padStart(2, '0') < today.slice(5).replace('-', '');
  return {
    title: typed.what.trim(),
    kind: DATE_KINDS.find((kind) => kind === typed.kind) ?? 'other',
    calendar: lunar ? 'lunar' : 'solar',
    month: read.month,
    day: read.day,
    leap: read.leap,
    year: read.year ?? (yearly ? null : thisYear + (passed && !lunar ? 1 : 0)),
    yearly,
    leadDays,
    personId: typed.personId || null,
    note: typed.note.trim(),
  };
}

interface DateFieldsProps {
  readonly fields: DateTyped;
  readonly set: (patch: Partial<DateTyped>) => void;
  readonly people: readonly Person[];
}

/** What, when, whose, how far ahead; with the day it next falls on as it is typed. */
export function DateFields({ fields, set, people }: DateFieldsProps) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const today = session.today.value;
  const read = readDate(fields, today);
  const calendar = read?.calendar ?? 'solar';
  const coming = read ? comingDate({ ...read, greetedFor: null }, today, lunarToSolar) : null;
  const hint = () => {
    if (fields.day.trim() === '') return null;
    if (!read) return t('care.date.unknown');
    if (!coming) return t('care.date.over');
    const words = dayWords(coming.on, today, lang);
    return `→ ${t('care.date.next', { day: words, n: coming.inDays })}`;
  };
  return (
    <>
      <TextField
        label={t('panel.form.what')}
        value={fields.what}
        onValue={(what) => set({ what })}
        placeholder={t('care.date.whatHint')}
        autofocus
      />
      <div class="fields">
        <TextField
          label={t('care.date.day')}
          value={fields.day}
          onValue={(day) => set({ day })}
          placeholder={t('care.date.dayHint')}
          hint={hint()}
          wrong={fields.day.trim() !== '' && !read}
        />
        <SelectField
          label={t('care.date.calendar')}
          value={fields.calendar === '' ? calendar : fields.calendar}
          options={(['solar', 'lunar'] as const).map((value) => ({
            value: value as string,
            label: t(`care.date.${value}`),
          }))}
          onValue={(value) => set({ calendar: value })}
          narrow
        />
        <SelectField
          label={t('panel.form.kind')}
          value={fields.kind}
          options={DATE_KINDS.map((value) => ({
            value: value as string,
            label: t(`care.date.kind.${value}`),
          }))}
          onValue={(kind) => set({ kind })}
          narrow
        />
        <TextField
          label={t('care.date.lead')}
          value={fields.leadDays}
          onValue={(leadDays) => set({ leadDays })}
          hint={
            coming && read && read.leadDays > 0
              ? t('care.date.sendBy', { day: dayWords(coming.sendBy, today, lang) })
              : null
          }
          narrow
        />
        {people.length > 0 && (
          <SelectField
            label={t('care.date.whose')}
            value={fields.personId}
            options={[
              { value: '', label: t('care.date.own') },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onValue={(personId) => set({ personId })}
            narrow
          />
        )}
      </div>
      <CheckField
        label={t('care.date.yearly')}
        checked={fields.yearly !== ''}
        onChecked={(yearly) => set({ yearly: yearly ? 'yes' : '' })}
      />
    </>
  );
}
