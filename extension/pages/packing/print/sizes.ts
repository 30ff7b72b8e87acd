/** Paper a shop owns (J23): sheets, and the labels of thermal printers in one colour. Millimetres. */
export const PAPERS = ['a4', 'a6', '100x150', '76x130', '60x40'] as const;
export type Paper = (typeof PAPERS)[number];

/** What can be printed: the packer's list, slips that go to the buyer, cards. */
export const PRINTS = ['list', 'slips', 'cards'] as const;
export type Print = (typeof PRINTS)[number];

/** @example readPaper('76x130') // => '76x130' */
export function readPaper(text: string | null): Paper {
  return PAPERS.find((paper) => paper === text) ?? 'a4';
}
