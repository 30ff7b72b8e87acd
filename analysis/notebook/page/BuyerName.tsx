import { useLetterDesk } from './letter-desk';

interface BuyerNameProps {
  /** Id of the book's buyer; null where the book has no file of them. */
  readonly buyer: string | null;
  readonly name: string;
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
