import type { Lang } from '@shared/i18n/lang';
import type { Translate } from '@shared/i18n/translator';
import type { Finding, Review } from '../review';

/** A sentence that could be told. `weight` runs from 0 (trifle, or unsure) to 1 (big and sure). */
export interface Candidate extends Finding {
  readonly weight: number;
}

/** What the finders look at. */
export interface Findable {
  readonly review: Omit<Review, 'findings'>;
  readonly t: Translate;
  readonly lang: Lang;
  /** Below this p a change is called one; stricter the more this letter looks at. */
  readonly level: number;
}
