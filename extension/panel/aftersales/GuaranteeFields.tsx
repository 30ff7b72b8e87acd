import type { GuaranteeInput } from '@extension/book/actions/guarantees';
import { CheckField, SelectField, TextField } from '@extension/ui/fields';
import { type AnyKey, useMore } from '@extension/ui/more';
import { dayWords } from '@extension/ui/when';
import type { Day } from '@shared/calendar/day';
import { pastDay } from '@shared/calendar/past';
import type { Guarantee } from '@shared/records/guarantee';
import { lastDayOf } from '@shared/records/guarantee-rule';
import { readDay } from '../people/read-day';
import { usePanel } from '../state/context';

const COVERS = ['repair', 'exchange', 'refund'] as const;
const FREIGHT = ['shop', 'buyer', 'shared'] as const;
/** The spans that shops give most, in days, the first day counted. */
const SPANS = [7, 15, 365] as const;

/** A guarantee as it is being typed. */
export interface GuaranteeTyped {
  readonly [field: string]: string;
  readonly what: string;
  readonly orderNumber: string;
  readonly from: string;
  readonly until: string;
  /** What it covers, separated by spaces. */
  readonly covers: string;
  readonly freight: string;
}

export const GUARANTEE_LABELS: Readonly<Record<string, AnyKey>> = {
  what: 'panel.form.what',
  orderNumber: 'aftersales.order',
  from: 'aftersales.guarantee.from',
  until: 'aftersales.guarantee.until',
  covers: 'aftersales.guarantee.covers',
  freight: 'aftersales.freight',
};

/** Says a field of a stored guarantee in words. */
export function useGuaranteeWords() {
  const { t } = useMore();
  return (name: string | number, value: string): string => {
    if (name === 'freight') return t(`aftersales.freight.${value as (typeof FREIGHT)[number]}`);
    if (name !== 'covers') return value;
    const covered = COVERS.filter((one) => value.split(' ').includes(one));
    return covered.map((one) => t(`aftersales.covers.${one}`)).join(' · ');
  };
}

export const BLANK_GUARANTEE: GuaranteeTyped = {
  what: '',
  orderNumber: '',
  from: '',
  until: '',
  covers: COVERS.join(' '),
  freight: 'shop',
};

export function typedGuarantee(guarantee: Guarantee): GuaranteeTyped {
  const { what, orderNumber, from, until, covers, freight } = guarantee;
  return { what, orderNumber: orderNumber ?? '', from, until, covers: covers.join(' '), freight };
}

/** What was typed, or `null` while a day is missing or the last one lies before the first. */
export function readGuarantee(fields: GuaranteeTyped, today: Day): GuaranteeInput | null {
  const from = fields.from.trim() === '' ? today : begin(fields.from, today);
  const until = readDay(fields.until, today);
  if (from === null || until === null || until < from) return null;
  const chosen = fields.covers.split(' ');
  return {
    what: fields.what.trim(),
    orderNumber: fields.orderNumber.trim() || null,
    from,
    until,
    covers: COVERS.filter((one) => chosen.includes(one)),
    freight: FREIGHT.find((one) => one === fields.freight) ?? 'shop',
  };
}

/** It usually began in the past: 上周三 is not next Wednesday. */
function begin(text: string, today: Day): Day | null {
  return pastDay(text, today) ?? readDay(text, today);
}

interface GuaranteeFieldsProps {
  readonly fields: GuaranteeTyped;
  readonly set: (patch: Partial<GuaranteeTyped>) => void;
  /** Numbers of the buyer's orders, offered. */
  readonly orders: readonly string[];
}

/** What is guaranteed, from when until when, what it covers, who pays the freight (P15). */
export function GuaranteeFields({ fields, set, orders }: GuaranteeFieldsProps) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const today = session.today.value;
  const from = fields.from.trim() === '' ? today : begin(fields.from, today);
  const until = fields.until.trim() === '' ? null : readDay(fields.until, today);
  const chosen = fields.covers.split(' ');
  const wrongFrom = from === null;
  const wrongUntil = fields.until.trim() !== '' && until === null;
  const said = (day: Day | null) => day && `→ ${dayWords(day, today, lang)}`;
  return (
    <>
      <TextField
        label={t('panel.form.what')}
        value={fields.what}
        onValue={(what) => set({ what })}
        placeholder={t('aftersales.guarantee.whatHint')}
        autofocus
      />
      <div class="fields">
        <TextField
          label={t('aftersales.guarantee.from')}
          value={fields.from}
          onValue={(value) => set({ from: value })}
          placeholder={t('aftersales.guarantee.fromHint')}
          hint={wrongFrom ? t('panel.form.dueUnknown') : fields.from !== '' && said(from)}
          wrong={wrongFrom}
          narrow
        />
        <TextField
          label={t('aftersales.guarantee.until')}
          value={fields.until}
          onValue={(value) => set({ until: value })}
          placeholder={t('panel.form.dueHint')}
          hint={wrongUntil ? t('panel.form.dueUnknown') : said(until)}
          wrong={wrongUntil}
          narrow
        />
      </div>
      <div class="acts" role="toolbar" aria-label={t('aftersales.guarantee.span')}>
        {SPANS.map((days) => (
          <button
            type="button"
            class="chip"
            key={days}
            onClick={() => from !== null && set({ until: lastDayOf(from, days) })}
          >
            {t('aftersales.guarantee.days', { n: days })}
          </button>
        ))}
      </div>
      <fieldset class="acts" aria-label={t('aftersales.guarantee.covers')}>
        {COVERS.map((one) => (
          <CheckField
            key={one}
            label={t(`aftersales.covers.${one}`)}
            checked={chosen.includes(one)}
            onChecked={(on) =>
              set({ covers: COVERS.filter((c) => (c === one ? on : chosen.includes(c))).join(' ') })
            }
          />
        ))}
      </fieldset>
      <div class="fields">
        <SelectField
          label={t('aftersales.freight')}
          value={fields.freight}
          options={FREIGHT.map((value) => ({ value, label: t(`aftersales.freight.${value}`) }))}
          onValue={(freight) => set({ freight })}
          narrow
        />
        <TextField
          label={t('aftersales.order')}
          value={fields.orderNumber}
          onValue={(orderNumber) => set({ orderNumber })}
          list={orders}
          narrow
        />
      </div>
    </>
  );
}
