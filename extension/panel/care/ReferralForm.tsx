import './care.css';
import { type Named, recordReferral } from '@extension/book/actions/referrals';
import { searchBuyers } from '@extension/book/reads/search';
import { SelectField, TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import { FormFrame } from '../forms/FormFrame';
import type { FormProps } from '../forms/more-forms';
import { useDraft } from '../forms/use-draft';
import { usePanel } from '../state/context';

/** Who brought whom, and what both get for it (P17). The other one is picked from the book, or only named. */
export function ReferralForm({ form, onLeave }: FormProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const { subject, prefill } = form;
  const start = { what: prefill.what, otherId: '', direction: 'brought', mine: '', theirs: '' };
  const { fields, set, drop } = useDraft(form, start);
  const name = fields.what.trim();
  const found = useLive(
    async () => (name === '' || fields.otherId !== '' ? [] : searchBuyers(book, name, 4)),
    [book, name, fields.otherId],
  );
  const own = 'buyerId' in subject.who ? subject.who.buyerId : null;
  const others = (found ?? []).filter(({ buyer }) => buyer.id !== own);
  const direction = fields.direction as 'brought' | 'brought-by';
  const other: Named = fields.otherId !== '' ? { buyerId: fields.otherId } : { name };
  const stranger = direction === 'brought-by' && fields.otherId === '' && name !== '';
  return (
    <FormFrame
      title="panel.act.referral"
      subject={subject.name}
      check={() => (name === '' ? 'care.referral.whoMissing' : null)}
      save={() => {
        const brought = direction === 'brought';
        return session.run(
          recordReferral(book, subject.who, {
            direction,
            other,
            rewardReferrer: (brought ? fields.mine : fields.theirs).trim(),
            rewardBrought: (brought ? fields.theirs : fields.mine).trim(),
          }),
          { key: 'care.done.referral' },
        );
      }}
      onLeave={(saved) => {
        if (saved) drop();
        onLeave();
      }}
    >
      <TextField
        label={t('care.referral.who')}
        value={fields.what}
        onValue={(what) => set({ what, otherId: '' })}
        placeholder={t('care.referral.whoHint')}
        hint={
          fields.otherId !== ''
            ? t('care.referral.known')
            : stranger
              ? t('care.referral.stranger')
              : name !== '' && found && others.length === 0
                ? t('care.referral.new')
                : null
        }
        autofocus
      />
      {others.length > 0 && (
        <div class="chips">
          {others.map(({ buyer }) => (
            <button
              type="button"
              class="chip"
              key={buyer.id}
              onClick={(event) => {
                set({ what: buyer.name, otherId: buyer.id });
                event.currentTarget.form?.querySelector('input')?.focus();
              }}
            >
              <Name of={buyer.name} /> <span class="quiet small">{buyer.facts[0] ?? buyer.since}</span>
            </button>
          ))}
        </div>
      )}
      <div class="fields">
        <SelectField
          label={t('panel.form.kind')}
          value={direction}
          options={(['brought', 'brought-by'] as const).map((value) => ({
            value,
            label: t(`care.referral.${value}`),
          }))}
          onValue={(value) => set({ direction: value })}
        />
        <TextField
          label={t('care.referral.rewardMine', { name: subject.name })}
          value={fields.mine}
          onValue={(mine) => set({ mine })}
          placeholder={t('care.referral.rewardHint')}
          narrow
        />
        <TextField
          label={t('care.referral.rewardTheirs')}
          value={fields.theirs}
          onValue={(theirs) => set({ theirs })}
          placeholder={t('care.referral.rewardHint')}
          narrow
        />
      </div>
    </FormFrame>
  );
}
