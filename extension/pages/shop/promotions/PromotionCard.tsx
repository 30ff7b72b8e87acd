import {
  appendPromotion,
  countCoupons,
  publishPromotion,
  removePromotion,
} from '@extension/book/actions/promotions';
import type { Acts } from '@extension/pages/use-acts';
import { TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { dayWords } from '@extension/ui/when';
import { type Day, dayOf } from '@shared/calendar/day';
import { type Promotion, type PromotionTerms, termsNow } from '@shared/records/promotion';
import { worseReasons } from '@shared/records/promotion-check';
import { formatMoney } from '@shared/text/money';
import { useState } from 'preact/hooks';
import { TermsFields } from './TermsFields';
import { draftOf, retyped, type TermsDraft, termsOf } from './terms-draft';

interface PromotionCardProps {
  readonly acts: Acts;
  readonly promotion: Promotion;
  readonly currency: string;
  readonly today: Day;
  readonly onEdit: () => void;
}

/** A promotion that is kept: as a draft, or frozen as buyers read it, with every later version beside it. */
export function PromotionCard({ acts, promotion, currency, today, onEdit }: PromotionCardProps) {
  const { t, lang } = useMore();
  const [later, setLater] = useState<TermsDraft | null>(null);
  const { id, title, terms, publishedAt } = promotion;
  const zone = acts.book.world.timeZone;
  const day = (at: string) => dayWords(dayOf(Date.parse(at), zone), today, lang);
  const next = later && termsOf(later, currency, today);
  const before = termsNow(promotion);
  async function append(): Promise<void> {
    if (!next) return;
    if (await acts.run(appendPromotion(acts.book, id, next), { key: 'ledger.promo.appended' }))
      setLater(null);
  }
  return (
    <li class="promo-card">
      <h3>{title}</h3>
      <p class="quiet">
        {publishedAt === null
          ? t('ledger.promo.draft')
          : t('ledger.promo.published', { day: day(publishedAt) })}
      </p>
      <blockquote>{terms.text || <TermsLine terms={terms} />}</blockquote>
      {promotion.later.map((version, index) => (
        <Version
          key={version.at}
          day={day(version.at)}
          before={promotion.later[index - 1]?.terms ?? terms}
          terms={version.terms}
        />
      ))}
      {publishedAt !== null && <Counted acts={acts} promotion={promotion} />}
      {later ? (
        <form
          class="promo-later"
          aria-label={t('ledger.promo.later')}
          onSubmit={(event) => {
            event.preventDefault();
            void append();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setLater(null);
          }}
        >
          <TermsFields
            draft={later}
            onText={(text) => setLater(retyped(later, text, currency, today))}
            onField={(patch) => setLater({ ...later, ...patch })}
            unread={!next}
          />
          {next && <Worse before={before} terms={next} />}
          <div class="acts">
            <button type="submit" class={next ? 'primary' : ''} disabled={!next}>
              {t('ledger.promo.append')}
            </button>
            <button type="button" class="plain" onClick={() => setLater(null)}>
              {t('common.cancel')}
            </button>
          </div>
        </form>
      ) : (
        <div class="acts">
          {publishedAt === null ? (
            <>
              <button
                type="button"
                onClick={() => void acts.run(publishPromotion(acts.book, id), { key: 'ledger.promo.frozen' })}
              >
                {t('ledger.promo.publish')}
              </button>
              <button type="button" class="plain" onClick={onEdit}>
                {t('ledger.promo.edit')}
              </button>
              <button
                type="button"
                class="plain"
                onClick={() => void acts.run(removePromotion(acts.book, id), { key: 'ledger.promo.removed' })}
              >
                {t('ledger.promo.remove')}
              </button>
            </>
          ) : (
            <button type="button" onClick={() => setLater(draftOf(before))}>
              {t('ledger.promo.later')}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

/** Terms without words of their own, as their figures. */
function TermsLine({ terms }: { readonly terms: PromotionTerms }) {
  const { t, lang } = useMore();
  const { spend, get } = terms;
  return <>{t('ledger.promo.terms', { spend: formatMoney(spend, lang), get: formatMoney(get, lang) })}</>;
}

interface VersionProps {
  readonly day: string;
  readonly before: PromotionTerms;
  readonly terms: PromotionTerms;
}

function Version({ day, before, terms }: VersionProps) {
  const { t } = useMore();
  return (
    <div class="promo-version">
      <p class="quiet">{t('ledger.promo.versionOf', { day })}</p>
      <blockquote>{terms.text || <TermsLine terms={terms} />}</blockquote>
      <Worse before={before} terms={terms} />
    </div>
  );
}

/** Each way in which a version is worse for those who read the one before. */
function Worse({ before, terms }: Omit<VersionProps, 'day'>) {
  const { t } = useMore();
  const reasons = worseReasons(before, terms);
  if (reasons.length === 0) return <p class="kept">{t('ledger.promo.notWorse')}</p>;
  return (
    <div role="alert">
      <p class="fault">{t('ledger.promo.worse')}</p>
      <ul class="promo-flags">
        {reasons.map((reason) => (
          <li key={reason}>{t(`ledger.promo.worse.${reason}`)}</li>
        ))}
      </ul>
    </div>
  );
}

/** Coupons out and back as the shop counts them, and what is still out in money. */
function Counted({ acts, promotion }: { readonly acts: Acts; readonly promotion: Promotion }) {
  const { t, lang } = useMore();
  const [out, setOut] = useState(String(promotion.couponsOut || ''));
  const [back, setBack] = useState(String(promotion.couponsBack || ''));
  const count = (text: string) => (/^\d{1,9}$/.test(text.trim() || '0') ? Number(text.trim() || 0) : null);
  const [given, returned] = [count(out), count(back)];
  const wrong = given === null || returned === null || returned > given;
  const { get, kind } = promotion.terms;
  if (kind === 'off') return null;
  const still = { ...get, minor: (promotion.couponsOut - promotion.couponsBack) * get.minor };
  return (
    <form
      class="promo-count"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong)
          void acts.run(countCoupons(acts.book, promotion.id, given, returned), {
            key: 'ledger.promo.counted',
          });
      }}
    >
      <TextField label={t('ledger.promo.out')} value={out} onValue={setOut} wrong={wrong} narrow />
      <TextField label={t('ledger.promo.back')} value={back} onValue={setBack} wrong={wrong} narrow />
      <button type="submit">{t('common.save')}</button>
      {promotion.couponsOut > 0 && <p>{t('ledger.promo.stillOut', { sum: formatMoney(still, lang) })}</p>}
    </form>
  );
}
