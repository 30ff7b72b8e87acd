import { prepareForMany } from '@extension/book/actions/care-messages';
import { holidayAbout, holidayBuyers, holidaysAhead } from '@extension/book/reads/holidays-due';
import { sayHoliday, sayTo } from '@extension/panel/care/say';
import { CheckField, TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { SettingField } from '@extension/ui/SettingField';
import { useLive } from '@extension/ui/use-live';
import { useToday } from '@extension/ui/use-today';
import { dayWords } from '@extension/ui/when';
import { daysBetween } from '@shared/calendar/day';
import { HOLIDAY_IDS, type Holiday } from '@shared/calendar/holidays';
import type { CareSettings } from '@shared/records/care-settings';
import { isOnlyOffer } from '@shared/text/only-offer';
import { localTemplate, neutralTemplate } from '@shared/text/template';
import { useState } from 'preact/hooks';
import { Part } from '../../options/Part';
import type { ShopTabProps } from '../tabs';

interface HolidaysProps extends ShopTabProps {
  readonly settings: CareSettings;
  readonly onSave: (next: Partial<CareSettings>) => Promise<boolean>;
}

/** So many days ahead a greeting can be prepared for everybody. */
const PREPARE_DAYS = 30;

const gradesIn = (text: string) => text.split(/[\s,，、]+/).filter((grade) => grade !== '');

/** The days of the year for which regulars get a greeting, when the shop wants to (P11); none until it says so. */
export function Holidays({ book, acts, settings, onSave }: HolidaysProps) {
  const { t, lang } = useMore();
  const today = useToday(book);
  const { holidays, holidayGrades } = settings;
  const all = holidaysAhead(HOLIDAY_IDS, today);
  const next = all.filter(({ id, on }) => holidays.includes(id) && daysBetween(today, on) <= PREPARE_DAYS);
  return (
    <Part title={t('care.holidays.title')}>
      <p class="quiet">{t('care.holidays.how')}</p>
      <ul class="care-holidays">
        {all.map(({ id, on }) => (
          <li key={id}>
            <CheckField
              label={`${t(`care.holiday.${id}`)} · ${dayWords(on, today, lang)}`}
              checked={holidays.includes(id)}
              onChecked={(kept) =>
                void onSave({
                  holidays: HOLIDAY_IDS.filter((one) => (one === id ? kept : holidays.includes(one))),
                })
              }
            />
          </li>
        ))}
      </ul>
      <SettingField
        label="care.holidays.grades"
        stored={holidayGrades.join(' ')}
        tidy={(text) => gradesIn(text).join(' ')}
        onSave={(text) => onSave({ holidayGrades: gradesIn(text) })}
      />
      {next.map((holiday) => (
        <Greeting key={holidayAbout(holiday)} holiday={holiday} book={book} acts={acts} />
      ))}
    </Part>
  );
}

/** One text for a holiday, with the variable for the name; prepared for everybody at once. */
function Greeting({ holiday, book, acts }: { readonly holiday: Holiday } & ShopTabProps) {
  const { t, lang } = useMore();
  const today = useToday(book);
  const first = localTemplate(t('care.say.holiday', { holiday: t(`care.holiday.${holiday.id}`) }), lang);
  const [text, setText] = useState(first);
  const buyers = useLive(() => holidayBuyers(book, holiday, today), [book, holiday.id, holiday.on, today]);
  if (!buyers) return null;
  const name = t(`care.holiday.${holiday.id}`);
  const words = neutralTemplate(text.trim());
  const prepare = () =>
    void acts.run(
      prepareForMany(
        book,
        buyers.map((buyer) => ({
          buyerId: buyer.id,
          text:
            words === ''
              ? sayHoliday({ name: buyer.name, lang, t }, holiday.id)
              : sayTo({ name: buyer.name, lang, t }, words),
          dueOn: holiday.on,
          reason: 'greeting' as const,
          aboutId: holidayAbout(holiday),
        })),
      ),
      { key: 'care.done.holiday', params: { n: buyers.length, holiday: name } },
    );
  return (
    <section class="care-goods" aria-label={name}>
      <h3>
        {name}{' '}
        <span class="quiet small">
          {[dayWords(holiday.on, today, lang), t('care.holidays.for', { n: buyers.length })].join(' · ')}
        </span>
      </h3>
      {buyers.length > 0 && (
        <>
          <p class="quiet small">
            {buyers
              .slice(0, 12)
              .map((buyer) => buyer.name)
              .join(', ')}
          </p>
          <TextField label={t('care.words')} value={text} onValue={setText} multiline />
          {isOnlyOffer(words) && <p class="notice">{t('care.words.onlyOffer')}</p>}
          <div>
            <button type="button" onClick={prepare}>
              {t('care.holidays.prepare', { n: buyers.length })}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
