import { Name } from '@extension/ui/Name';
import './care.css';
import type { Ack } from '@extension/book/ack';
import {
  linkBrought,
  referralBought,
  releaseReferral,
  rewardReferral,
  type Side,
} from '@extension/book/actions/referrals';
import { type ReferralView, referralView } from '@extension/book/reads/referral-view';
import { searchBuyers } from '@extension/book/reads/search';
import { type AnyKey, useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import type { Buyer } from '@shared/records/buyer';
import type { Referral } from '@shared/records/referral';
import { useState } from 'preact/hooks';
import type { MoreSectionProps } from '../buyer/more-sections';
import { newest, Row, Rows, useDay } from '../buyer/rows';
import { usePanel } from '../state/context';

/** Whom a buyer brought and who brought them, with what both are to get (P17). */
export function ReferralRows({ view }: MoreSectionProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const { id } = view.buyer;
  const brought = view.referrals;
  const chain = useLive(() => referralView(book, id, brought), [book, id, brought]);
  if (!chain) return null;
  const { broughtBy, before, after } = chain;
  const rows = newest([...brought, ...(broughtBy ? [broughtBy] : [])], ({ notedAt }) => notedAt);
  return (
    <>
      {(before.length > 1 || after > brought.length) && (
        <p class="quiet small">
          {[
            before.length > 1
              ? t('care.referral.chain', { names: before.map(({ name }) => name).join(' ← ') })
              : null,
            after > 0 ? t('care.referral.after', { n: after }) : null,
          ]
            .filter((line) => line !== null)
            .join(' · ')}
        </p>
      )}
      <Rows empty={t('care.referral.empty')}>
        {rows.map((referral) => (
          <ReferralRow key={referral.id} referral={referral} chain={chain} own={view.buyer} />
        ))}
      </Rows>
    </>
  );
}

interface ReferralRowProps {
  readonly referral: Referral;
  readonly chain: ReferralView;
  readonly own: Buyer;
}

function ReferralRow({ referral, chain, own }: ReferralRowProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const day = useDay();
  const [linking, setLinking] = useState(false);
  const { id, state, broughtId, broughtName } = referral;
  const mine = referral.buyerId === own.id;
  const otherId = mine ? broughtId : referral.buyerId;
  const name = (otherId === null ? null : (chain.buyers.get(otherId)?.name ?? null)) ?? broughtName;
  const params = { what: name };
  const run = (action: Promise<Ack>, key: AnyKey) => void session.run(action, { key, params });
  const sides: readonly { readonly side: Side; readonly reward: string; readonly given: boolean }[] = [
    { side: 'referrer', reward: referral.rewardReferrer, given: referral.referrerRewardedAt !== null },
    { side: 'brought', reward: referral.rewardBrought, given: referral.broughtRewardedAt !== null },
  ];
  return (
    <Row
      day={day(referral.notedAt)}
      what={
        <>
          {t(mine ? 'care.referral.brought.line' : 'care.referral.by.line', { name })}
          {sides.map(({ side, reward, given }) =>
            reward === '' ? null : (
              <span class="quiet" key={side}>
                {' '}
                ·{' '}
                {t((side === 'referrer') === mine ? 'care.referral.forThem' : 'care.referral.forOther', {
                  what: reward,
                })}
                {given && ' ✓'}
              </span>
            ),
          )}
        </>
      }
      state={t(`care.referral.state.${state}`)}
      tone={state === 'bought' ? 'near' : ''}
    >
      {state !== 'released' && (
        <span class="acts">
          {otherId !== null && mine && (
            <button type="button" class="plain" onClick={() => session.openBuyer({ id: otherId, name })}>
              {t('care.referral.open')}
            </button>
          )}
          {mine && broughtId === null && (
            <button type="button" class="plain" onClick={() => setLinking(!linking)}>
              {t('care.referral.link')}
            </button>
          )}
          {state === 'named' && (
            <button
              type="button"
              class="plain"
              onClick={() => run(referralBought(book, id), 'care.done.brought')}
            >
              {t('care.referral.bought')}
            </button>
          )}
          {state === 'bought' &&
            sides
              .filter(({ reward, given }) => reward !== '' && !given)
              .map(({ side, reward }) => (
                <button
                  type="button"
                  class="plain"
                  key={side}
                  onClick={() => run(rewardReferral(book, id, side), 'care.done.rewarded')}
                >
                  {t('care.referral.give', { what: reward })}
                </button>
              ))}
          {state !== 'rewarded' && (
            <button
              type="button"
              class="plain"
              onClick={() => run(releaseReferral(book, id), 'care.done.letGo')}
            >
              {t('care.letGo')}
            </button>
          )}
        </span>
      )}
      {linking && (
        <Candidates
          name={broughtName}
          own={own.id}
          onPick={(buyer) => {
            setLinking(false);
            run(linkBrought(book, id, buyer.id), 'care.done.linked');
          }}
        />
      )}
    </Row>
  );
}

interface CandidatesProps {
  readonly name: string;
  readonly own: string;
  readonly onPick: (buyer: Buyer) => void;
}

/** Buyers of the book that may be the one who was only a name. A name alone decides nothing: the seller picks. */
function Candidates({ name, own, onPick }: CandidatesProps) {
  const { t } = useMore();
  const { book } = usePanel().session;
  const found = useLive(() => searchBuyers(book, name, 6), [book, name]);
  if (!found) return null;
  const others = found.filter(({ buyer }) => buyer.id !== own);
  if (others.length === 0) return <p class="quiet small">{t('panel.findNothing', { query: name })}</p>;
  return (
    <div class="chips">
      {others.map(({ buyer }) => (
        <button type="button" class="chip" key={buyer.id} onClick={() => onPick(buyer)}>
          <Name of={buyer.name} /> <span class="quiet small">{buyer.facts[0] ?? buyer.since}</span>
        </button>
      ))}
    </div>
  );
}
