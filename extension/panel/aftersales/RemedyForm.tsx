import '../people/people.css';
import {
  REMEDY_KINDS,
  type RemedyKind,
  type RemedyOwed,
  remedyComplaint,
} from '@extension/book/actions/remedies';
import { SelectField, TextField } from '@extension/ui/fields';
import { Icon } from '@extension/ui/Icon';
import { useMore } from '@extension/ui/more';
import { dayWords } from '@extension/ui/when';
import type { Complaint } from '@shared/records/complaint';
import { useState } from 'preact/hooks';
import { sayTo } from '../care/say';
import { CostField, readCost } from '../forms/CostField';
import { DueField, readDue } from '../forms/DueField';
import { guessPromiseKind } from '../forms/guess-kind';
import { DueChips } from '../ledger/DueChips';
import { InlineForm } from '../people/InlineForm';
import { usePanel } from '../state/context';

const NOTHING = 'nothing';
const CHOICES = [...REMEDY_KINDS, NOTHING] as const;

/** It was done on the spot: nothing is owed any more. */
const DONE = /已|[当當][场場]|[了过過]$|\balready\b|\b(?:refunded|replaced|re-?sent)\b/i;

/** What the words of a remedy most likely still owe; the seller sees it and can change it. */
function owedBy(remedy: string): RemedyKind | typeof NOTHING {
  const guess = guessPromiseKind(remedy);
  return (guess === 'replace' || guess === 'refund') && !DONE.test(remedy.trim()) ? guess : NOTHING;
}

/** What is done about it, and what that still owes the buyer: a refund by a day, goods sent anew (J12). */
export function RemedyForm({
  complaint,
  name,
  onLeave,
}: {
  readonly complaint: Complaint;
  /** What the buyer is called. */
  readonly name: string;
  readonly onLeave: () => void;
}) {
  const { t, lang } = useMore();
  const { session, settings } = usePanel();
  const today = session.today.value;
  const [remedy, setRemedy] = useState(complaint.remedy);
  const [chosen, setKind] = useState<RemedyKind | typeof NOTHING | null>(null);
  const [due, setDue] = useState('');
  const [cost, setCost] = useState('');
  const [recovery, setRecovery] = useState(complaint.recovery);
  const { id, what } = complaint;
  const kind = chosen ?? owedBy(remedy);
  const owes = kind !== NOTHING;
  const read = readDue(due, today, remedy);
  const money = readCost(cost, settings.currency);
  const done = owes
    ? ({ key: `aftersales.done.${kind}`, params: { what: remedy.trim() } } as const)
    : ({ key: 'panel.done.remedied', params: { what } } as const);
  const write = (told?: RemedyOwed['told']) =>
    remedyComplaint(session.book, id, remedy.trim(), {
      kind: owes ? kind : null,
      due: read ?? { on: 'open' },
      cost: money.cost,
      recovery: recovery.trim(),
      ...(told ? { told } : {}),
    });

  /** The sentence goes into the reply box, and what it promises stands as to be sent until it is seen as sent. */
  async function tell(): Promise<void> {
    const day = read?.on === 'day' ? dayWords(read.day, today, lang) : null;
    const said = { remedy: remedy.trim(), day: day ?? '' };
    const sentence = t(owes && day !== null ? 'aftersales.say.remedyBy' : 'aftersales.say.remedy', said);
    const quote = sayTo({ name, lang, t }, sentence);
    const subject = session.subject.value;
    const where = subject.kind === 'buyer' ? subject.where : null;
    await session.fill(quote, async (line) => {
      const ack = await session.run(write({ quote, where }), line.key === 'panel.fill.done' ? done : line);
      if (ack.ok) onLeave();
    });
  }
  return (
    <InlineForm
      label={t('panel.complaint.remedy')}
      check={() => {
        if (remedy.trim() === '') return 'panel.form.whatMissing';
        if (owes && (read === null || read.on === 'open')) return 'aftersales.remedy.byWhen';
        return money.ok ? null : 'panel.form.moneyUnknown';
      }}
      save={() => session.run(write(), done)}
      other={{
        label: (
          <>
            <Icon name="fill" /> {t('aftersales.remedy.fill')}
          </>
        ),
        act: tell,
      }}
      onLeave={onLeave}
    >
      <TextField label={t('aftersales.remedy.what')} value={remedy} onValue={setRemedy} autofocus />
      <div class="fields">
        <SelectField
          label={t('aftersales.remedy.owes')}
          value={kind}
          options={CHOICES.map((value) => ({ value, label: t(`aftersales.remedy.${value}`) }))}
          onValue={setKind}
          narrow
        />
        <CostField value={cost} onValue={setCost} />
        {owes && <DueField value={due} promised={remedy} onValue={setDue} />}
      </div>
      {owes && <DueChips onPick={setDue} />}
      <TextField
        label={t('aftersales.recovery')}
        value={recovery}
        onValue={setRecovery}
        placeholder={t('aftersales.recoveryHint')}
      />
    </InlineForm>
  );
}
