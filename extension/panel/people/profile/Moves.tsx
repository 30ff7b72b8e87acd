import { useMore } from '@extension/ui/more';
import { BUYER_MOVES, type BuyerMove } from '@shared/records/buyer';
import { Term } from './Line';

interface MovesProps {
  readonly moves: readonly BuyerMove[];
  readonly onSave: (moves: BuyerMove[]) => void;
}

/** What moves this buyer to buy: each a chip that is on or off. */
export function Moves({ moves, onSave }: MovesProps) {
  const { t } = useMore();
  const toggled = (move: BuyerMove) => BUYER_MOVES.filter((one) => moves.includes(one) !== (one === move));
  return (
    <Term label={t('people.profile.moves')}>
      <span class="chips people-tags">
        {BUYER_MOVES.map((move) => (
          <button
            type="button"
            class="chip"
            key={move}
            aria-pressed={moves.includes(move)}
            onClick={() => onSave(toggled(move))}
          >
            {t(`people.profile.move.${move}`)}
          </button>
        ))}
      </span>
    </Term>
  );
}
