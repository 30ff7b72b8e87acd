import mark from './mark.svg';

/** The shop's seal. Decorative: the name of the page stands beside it. */
export function Mark({ size = 20 }: { readonly size?: number }) {
  return <img class="mark" src={mark} width={size} height={size} alt="" />;
}
