import { NOTHING } from '../forms/prefill';
import type { Session } from '../state/session';

/** Opens the product cards beside the chat, at the product of this name or at the question of a buyer. */
export function openCard(session: Session, nameOrQuestion: string): void {
  session.openForm('product', { ...NOTHING, what: nameOrQuestion });
}
