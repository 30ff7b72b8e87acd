/** Sentences inside the review itself: verdicts, signals, and why a section is missing. */
export const review = {
  'review.none.orders': 'No orders in these files, so nothing to count here.',
  'review.none.summaries': 'The files hold ready-made customer summaries and no single orders.',
  'review.none.buyers':
    'None of the {n} {n:order|orders} is known to belong to someone: this export hides the buyer.',
  'review.none.answers': 'Nobody was asked how it was, and no review file was given.',
  'review.none.book': 'This comes from the book kept beside the chat. Add its backup file to see it.',
  'review.none.promises': 'No promise was written down in this time.',
  'review.none.goodwill': 'No discount for a next order was promised in this time.',
  'review.none.gifts': 'No gift was written down in this time.',
  'review.none.complaints': 'No complaint was written down in this time.',
  'review.trend.tooFew': 'Too early for a trend: it needs answers in {need} weeks, there are {weeks}.',
  'review.trend.up': 'Rising: about {change} points over {weeks} weeks (p {p}).',
  'review.trend.down': 'Falling: about {change} points over {weeks} weeks (p {p}).',
  'review.trend.none': 'No clear change over {weeks} weeks.',
  'review.trend.noneNeed':
    'No clear change over {weeks} weeks; to see a change of {change} in that time it would need about {need} {need:answer|answers} a week.',
  'review.signal.above':
    'Week {week}: mean {value} from {n} {n:answer|answers}, above the usual range (up to {limit}).',
  'review.signal.below':
    'Week {week}: mean {value} from {n} {n:answer|answers}, below the usual range (down to {limit}).',
  'review.signal.run-above': 'Week {week}: the eighth week in a row above the usual {centre}.',
  'review.signal.run-below': 'Week {week}: the eighth week in a row below the usual {centre}.',
  'review.signal.share-above':
    'Week {week}: {value}% of {n} answers were 4 or 5, above the usual range (up to {limit}%).',
  'review.signal.share-below':
    'Week {week}: {value}% of {n} answers were 4 or 5, below the usual range (down to {limit}%).',
} as const;
