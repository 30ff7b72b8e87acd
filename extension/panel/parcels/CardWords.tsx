import './parcels.css';
import { templates } from '@extension/book/reads/templates';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { usePanel } from '../state/context';
import { useWordsAtHand } from '../words/use-words-at-hand';

interface CardWordsProps {
  readonly text: string;
  readonly onPick: (text: string) => void;
}

/** How many card texts are offered: the most used. */
const CARDS_SHOWN = 6;

/** The shop's card texts (P7), with this buyer's name already in them; a click writes one. */
export function CardWords({ text, onPick }: CardWordsProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const cards = useLive(
    async () => (await templates(book)).filter(({ category }) => category === 'card'),
    [book],
  );
  const { filled } = useWordsAtHand();
  if (!cards || cards.length === 0) return null;
  return (
    <fieldset class="chips" aria-label={t('parcels.cardTexts')}>
      {cards.slice(0, CARDS_SHOWN).map((card) => {
        const words = filled(card).text;
        return (
          <button
            type="button"
            class="chip"
            key={card.id}
            title={words}
            aria-pressed={text === words}
            onClick={(event) => {
              onPick(words);
              event.currentTarget.form?.querySelector<HTMLElement>('textarea, input')?.focus();
            }}
          >
            {card.title}
          </button>
        );
      })}
    </fieldset>
  );
}
