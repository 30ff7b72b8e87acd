import './people.css';
import { NEIGHBOURS_LEAST, type NeighbourCount, neighboursOf } from '@extension/book/reads/neighbours';
import { TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import type { NamedProduct } from '@shared/records/product-match';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { Box } from './Box';

interface NeighbourProofProps {
  /** Who hesitates; `null` while the book does not know them. */
  readonly buyerId: string | null;
  readonly product: NamedProduct;
  readonly onLeave: () => void;
}

/**
 * Others who bought it (P18): counts of those who allowed to be mentioned, never a name. Too few are not said:
 * they could be guessed.
 */
export function NeighbourProof({ buyerId, product, onLeave }: NeighbourProofProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const [name, setName] = useState(product.name);
  const asked = name === product.name ? product : { name: name.trim(), aliases: [] };
  const nameless = name.trim() === '';
  const counts = useLive(
    async () => (nameless ? [] : neighboursOf(book, buyerId, asked)),
    [book, buyerId, name],
  );
  const words = ({ kind, shared, buyers }: NeighbourCount) =>
    t(`people.proof.${kind}`, { n: buyers, shared });
  const said = ({ kind, shared, buyers }: NeighbourCount) =>
    t(`people.say.proof.${kind}`, { n: buyers, shared });
  return (
    <Box label={t('people.proof')} onLeave={onLeave}>
      <TextField
        label={t('people.proof.product')}
        value={name}
        onValue={setName}
        hint={nameless ? t('people.proof.noProduct') : null}
        wrong={nameless}
      />
      <ul class="people-proof">
        {(counts ?? []).map((count) => (
          <li key={`${count.kind}/${count.shared}`}>
            <span>{words(count)}</span>
            {count.enough ? (
              <button type="button" onClick={() => void session.fill(said(count))}>
                {t('people.proof.fill')}
              </button>
            ) : (
              <span class="quiet small">{t('people.proof.few')}</span>
            )}
          </li>
        ))}
      </ul>
      <p class="quiet small">{t('people.proof.rule', { least: NEIGHBOURS_LEAST })}</p>
      <button type="button" class="plain" onClick={onLeave}>
        {t('common.close')}
      </button>
    </Box>
  );
}
