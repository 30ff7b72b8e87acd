import { savePromotion } from '@extension/book/actions/promotions';
import type { Acts } from '@extension/pages/use-acts';
import { useEdited } from '@extension/ui/edited';
import { TextField } from '@extension/ui/fields';
import { type AnyKey, useMore } from '@extension/ui/more';
import type { Day } from '@shared/calendar/day';
import type { Promotion } from '@shared/records/promotion';
import type { ShopBasis } from '@shared/records/promotion-basis';
import { couponsFor, promotionOutcome } from '@shared/records/promotion-check';
import { formatMoney, parseMoney } from '@shared/text/money';
import { useState } from 'preact/hooks';
import { Outcome } from './Outcome';
import { TermsFields } from './TermsFields';
import { draftOf, EMPTY_DRAFT, retyped, shareOf, type TermsDraft, termsOf } from './terms-draft';

interface PromotionEditorProps {
  readonly acts: Acts;
  /** `null`: a new one. */
  readonly promotion: Promotion | null;
  readonly basis: ShopBasis;
  readonly currency: string;
  readonly today: Day;
  readonly onSaved: () => void;
}

type Fields = TermsDraft & { readonly title: string };

const LABELS: Readonly<Record<keyof Fields, AnyKey>> = {
  text: 'ledger.promo.text',
  spend: 'ledger.promo.field.spend',
  get: 'ledger.promo.field.get',
  kind: 'ledger.promo.field.kind',
  perSpend: 'ledger.promo.field.perSpend',
  perTakeOff: 'ledger.promo.field.perTakeOff',
  until: 'ledger.promo.field.until',
  limit: 'ledger.promo.field.limit',
  title: 'ledger.promo.title',
};

function typedPromotion(promotion: Promotion | null): Fields {
  return { ...(promotion ? draftOf(promotion.terms) : EMPTY_DRAFT), title: promotion?.title ?? '' };
}

const percentText = (share: number) => String(Math.round(share * 100));

/** A rule is typed and held against the shop's own figures before anybody reads it (P6). */
export function PromotionEditor(props: PromotionEditorProps) {
  const { acts, promotion, basis, currency, today, onSaved } = props;
  const { t, lang } = useMore();
  const [open, setOpen] = useState<AnyKey | null>(null);
  const edited = useEdited(typedPromotion(promotion), LABELS, (name, value) =>
    name === 'kind' ? t(`ledger.promo.kind.${value as TermsDraft['kind']}`) : value,
  );
  const { title, ...draft } = edited.fields;
  const [sales, setSales] = useState('');
  const [redemption, setRedemption] = useState(percentText(basis.redemption ?? 1));
  const [margin, setMargin] = useState(basis.margin === null ? '' : percentText(basis.margin));
  const terms = termsOf(draft, currency, today);
  const turnover = parseMoney(sales, currency);
  const back = shareOf(redemption);
  const kept = shareOf(margin);
  const outcome =
    terms &&
    promotionOutcome(terms, {
      coupons: turnover ? couponsFor(turnover, terms) : 0,
      redemption: back ?? 1,
      margin: kept,
    });

  async function save(): Promise<void> {
    const unsettled = edited.unsettled();
    setOpen(unsettled);
    if (!terms || unsettled) return;
    const name = title.trim() || draft.text.trim().split('\n')[0]!.slice(0, 60) || t('ledger.promo.untitled');
    const action = savePromotion(acts.book, { id: promotion?.id ?? null, title: name, terms });
    if (!(await acts.run(action, { key: 'ledger.promo.saved' }))) return;
    edited.saved();
    onSaved();
  }
  return (
    <form
      class="part promo-form"
      aria-label={t('ledger.promo.check')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && promotion) onSaved();
      }}
    >
      <h2>{promotion ? promotion.title : t('ledger.promo.check')}</h2>
      <TermsFields
        draft={draft}
        onText={(text) => edited.set(retyped(draft, text, currency, today))}
        onField={edited.set}
        unread={draft.text.trim() !== '' && !terms}
      />
      <div class="fields">
        <TextField
          label={t('ledger.promo.sales')}
          value={sales}
          onValue={setSales}
          placeholder={formatMoney({ minor: 2_000_000, currency }, lang)}
          wrong={sales.trim() !== '' && !turnover}
          hint={t('ledger.promo.salesHint')}
        />
        {draft.kind === 'coupon' && (
          <TextField
            label={t('ledger.promo.redemption')}
            value={redemption}
            onValue={setRedemption}
            wrong={back === null}
            hint={
              basis.redemption === null
                ? t('ledger.promo.redemptionUnknown', { n: basis.settled })
                : t('ledger.promo.redemptionFrom', { n: basis.settled })
            }
          />
        )}
        <TextField
          label={t('ledger.promo.margin')}
          value={margin}
          onValue={setMargin}
          wrong={margin.trim() !== '' && kept === null}
          hint={
            basis.margin === null
              ? t('ledger.promo.marginUnknown')
              : t('ledger.promo.marginFrom', { n: basis.cards })
          }
        />
        <TextField
          label={t('ledger.promo.title')}
          value={title}
          onValue={(text) => edited.set({ title: text })}
        />
      </div>
      {terms && outcome && <Outcome terms={terms} outcome={outcome} redemption={back ?? 1} today={today} />}
      {edited.choices}
      {open && (
        <p class="fault" role="alert">
          {t(open)}
        </p>
      )}
      <div class="acts">
        <button type="submit" class={terms ? 'primary' : ''} disabled={!terms}>
          {t('ledger.promo.save')}
        </button>
        {promotion && (
          <button type="button" class="plain" onClick={onSaved}>
            {t('common.cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
