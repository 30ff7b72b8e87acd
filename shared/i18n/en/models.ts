/** What the purchase models say about themselves: notes on fits, the choice, the backtest's verdict. */
export const models = {
  'clv.reason.none': 'No purchases of known buyers to learn from.',
  'clv.reason.few':
    'Needs {need} repeat buyers, you have {have}. Until then their history says more than an estimate.',
  'clv.note.noChurn':
    'No measurable churn in this data: nobody is seen to leave, so everyone counts as still a buyer.',
  'clv.note.littleChurn':
    'Leaving is hardly measurable in this data: a model in which nobody leaves fits about as well.',
  'clv.note.sameChurn':
    'Buyers do not measurably differ in their chance of leaving; the two drop-out parameters mean something only together.',
  'clv.note.sameRate':
    'Buyers do not measurably differ in how often they buy; the two rate parameters mean something only together.',
  'clv.note.sameAll':
    'Buyers do not measurably differ in how often they buy or how soon they leave; single parameters mean little here.',
  'clv.note.allOrNothing':
    'It looks as if some buyers leave at once and the others never; the drop-out parameters are at their limit.',
  'clv.note.noRepeats': 'Nobody has bought twice yet, so no further purchases are expected.',
  'clv.note.notConverged': 'The best fit could not be confirmed; take these parameters with care.',
  'clv.note.onePrice': 'Each buyer always spends about the same; the spend parameters are at their limit.',
  'clv.note.alike':
    'Buyers do not measurably differ in what they spend; everyone is expected near the shop’s mean.',
  'clv.note.tooFew': 'Too few amounts to compare buyers; everyone is expected to spend the average.',
  'clv.note.withoutAmount': '{n} repeat {n:buyer|buyers} without an amount left out.',
  'clv.why.backtest':
    '{model} came closest when the last {weeks} {weeks:week was|weeks were} predicted from the time before.',
  'clv.why.tie':
    'All models predict the same for the last {weeks} {weeks:week|weeks}; {model} stands for them.',
  'clv.why.likelihood': 'Too little data to hold a part back; {model} fits it best.',
  'clv.why.cutLate': 'The data end on {day}, so nothing was held back after {cut}; everything was fitted.',
  'clv.why.only': '{model} was the only model asked for.',
  'clv.why.none': 'No model of purchase counts was asked for.',
  'clv.why.noMoney': 'Without amounts there are expected purchases but no value in money.',
  'clv.why.horizon':
    'The {horizon} weeks ahead are longer than the {weeks} weeks of data, so the range is made wider.',
  'clv.verdict.better': 'It was closer than “same rate as before” and than “nobody returns”, buyer by buyer.',
  'clv.verdict.mixed':
    'It was not clearly closer than the simple guesses: better on one count, worse on another.',
  'clv.verdict.worse': 'A simple guess was closer here: read the estimate as a rough one.',
  'clv.verdict.none': 'No model of purchase counts was tested.',
  'clv.verdict.narrow': 'Its ranges for single buyers were too narrow.',
} as const;
