import { type AnyKey, useMore } from '@extension/ui/more';
import type { ClaimMatch, Said } from '@shared/records/claim';
import { offBeside } from '../buyer/off-words';
import { useDay } from '../buyer/rows';

const STANDS: Readonly<Record<Said['standing'], AnyKey>> = {
  open: 'ledger.claim.stands.open',
  given: 'ledger.claim.stands.given',
  over: 'ledger.claim.stands.over',
  broken: 'ledger.claim.stands.broken',
  noted: 'ledger.claim.stands.noted',
};

interface ClaimMatchesProps {
  readonly matches: readonly ClaimMatch[];
  readonly meant: ClaimMatch | null;
  readonly onPick: (id: string) => void;
}

/** What was said that the claim may mean; the text answers the one that is picked. */
export function ClaimMatches({ matches, meant, onPick }: ClaimMatchesProps) {
  const { t, lang } = useMore();
  const day = useDay();
  if (matches.length === 0) return null;
  return (
    <ul class="claim-matches">
      {matches.map(({ said }) => (
        <li key={said.id}>
          <button
            type="button"
            class="claim-match"
            aria-pressed={said.id === meant?.said.id}
            onClick={() => onPick(said.id)}
          >
            <span class="day">{day(said.saidAt)}</span>
            <span class="what">
              {said.what} <span class="quiet">{said.kind === 'discount' && offBeside(said, lang, t)}</span>
              {said.quote !== '' && said.quote !== said.what && <q>{said.quote}</q>}
            </span>
            <span class="state">{t(STANDS[said.standing])}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
