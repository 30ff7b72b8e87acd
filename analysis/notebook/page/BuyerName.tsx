import type { ComponentChildren } from 'preact';
import { useLetterDesk } from './letter-desk';

interface BuyerNameProps {
  /** Id of the book's buyer; null where the book has no file of them. */
  readonly buyer: string | null;
  readonly name: string;
}

/** The same for tables made of data alone: a buyer of the book has a name besides their key. */
export function buyerName(buyer: string, name: string): ComponentChildren {
  return <BuyerName key={buyer} buyer={name === buyer ? null : buyer} name={name} />;
}

/** A buyer by name; where the book is at hand, the way to their file in the panel. */
export function BuyerName({ buyer, name }: BuyerNameProps) {
  const { desk } = useLetterDesk();
  const page = buyer === null ? undefined : desk?.home.buyerPage?.(buyer);
  if (page === undefined) return <b>{name}</b>;
  return (
    <a class="buyer" href={page} target="_blank" rel="noopener">
      {name}
    </a>
  );
}
