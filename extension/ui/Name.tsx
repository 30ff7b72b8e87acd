import { onScreen } from './guest';
import { useWords } from './words';

/**
 * A buyer's name. Set apart, so that a name written from right to left does not turn the words around it; a name
 * of which nothing can be seen is called so.
 */
export function Name({ of }: { readonly of: string }) {
  const { t } = useWords();
  return <bdi>{of.trim() === '' ? t('common.nameless') : onScreen(of)}</bdi>;
}
