/** The catalogue of the notebook: the question of each cell, its definition, what to do to have it. */
export const cells = {
  'cells.q.gaps': 'How many days between two purchases?',
  'cells.def.gaps':
    'Days from one day a buyer bought on to the next, over all who bought again. Half of all gaps lie in the middle half. A gap that is still running is not in it.',
  'cells.advice.orders': 'Add an order export of the last months with a buyer column.',
  'cells.q.expected': 'Who should be back by now?',
  'cells.def.expected':
    "By the pace you typed, else by the buyer's own middle gap. Listed are those expected within 7 days or overdue by no more than that pace, dearest first; who wants no message unasked is left out.",
  'cells.q.rfm': 'Who buys often, recently and much?',
  'cells.def.rfm':
    'Buyers ranked by how recently, how often and for how much they bought, cut into equal groups. The movement is counted over four weeks.',
  'cells.advice.rfm': "It takes 30 buyers; until then everybody's own history says more.",
  'cells.q.by.platform': "Which platform's buyers come back?",
  'cells.q.by.product': 'Which products bring buyers back?',
  'cells.q.by.city': 'Where do returning buyers live?',
  'cells.q.by.tag': 'Which tags come back?',
  'cells.q.by.grade': 'Do higher grades come back more?',
  'cells.q.by.firstProduct': 'Which first product keeps buyers?',
  'cells.q.by.firstDiscount': 'Which first discount keeps buyers?',
  'cells.def.breakdown':
    "Share of the group's buyers who bought at least twice, of anything. Groups may overlap: an order of two products counts in both. Interval: Wilson, 95%; a group stands out only if that is beyond chance with all groups looked at.",
  'cells.advice.by.platform': 'Add the order exports of your platforms.',
  'cells.advice.by.product': 'Add an order export that names the products.',
  'cells.advice.by.city': "Add an order export with the receiver's city.",
  'cells.advice.by.tag': 'Give buyers tags beside the chat.',
  'cells.advice.by.grade': 'Give buyers a grade beside the chat.',
  'cells.advice.by.firstProduct': 'Add an order export that names the products.',
  'cells.advice.by.firstDiscount': 'Record discounts beside the chat (key D).',
  'cells.q.forecast': 'What will next week bring?',
  'cells.def.forecast':
    'The mean of so many past weeks as came closest in this shop; the range holds a new week 95% of the time, as past weeks did.',
  'cells.advice.forecast': 'It takes six complete weeks of orders.',
  'cells.def.week':
    "Seven complete days beside the seven before. Called different only when it is more than this shop's weeks usually differ.",
  'cells.q.outcomes': 'Do kept promises bring buyers back?',
  'cells.def.outcomes':
    'Buyers by the worst that became of promises made to them, and the share who bought at least twice. Interval: Wilson, 95%; difference: Newcombe.',
  'cells.q.promiseWeeks': 'Do we keep our word every week?',
  'cells.def.promiseWeeks':
    'Share kept on time of what came due in the week; the whiskers are 95% intervals. Square and red = more than chance (p-chart).',
  'cells.q.load': 'Can we do what is promised?',
  'cells.def.load':
    'Days of work = due in the next 7 days and late, divided by what was kept a day over the last 28 days.',
  'cells.q.giftTest': 'Does a gift bring them back, by the coin?',
  'cells.def.giftTest':
    'A sealed coin chose who got a gift, so both sides are alike but for the gift. Counted once their days are over. Interval: Beta–Binomial, 95%.',
  'cells.advice.giftTest':
    'Switch the gift test on beside the chat when you want to know; what it takes stands in “How long would a fair gift test take?”.',
  'cells.q.plan': 'How long would a fair gift test take?',
  'cells.def.plan':
    'Buyers needed on each side to see ten points more returning, 80% of the time, at 5% error; by how many buyers a week there are.',
  'cells.q.dose': 'Longer wait, fewer returns? A gift, more?',
  'cells.def.dose':
    'Each buyer counts once, with their longest wait, when the days after it are over. Interval: Wilson; trend: Cochran–Armitage, 95%.',
  'cells.q.waits': 'When do buyers wait, and how long?',
  'cells.def.waits':
    "Minutes from a buyer's message to your answer, by the hour it began. Bar = the middle wait; whisker up to what nine in ten stayed under. Those still waiting are not in it.",
  'cells.advice.waits': 'Keep the panel open beside the chat: waits are counted by themselves.',
  'cells.q.questions': 'With what are they content, with what not?',
  'cells.def.questions':
    'Return visits: each question from 1 to 5, its mean with a 95% interval and n; “4 and 5” is the share of good answers.',
  'cells.q.recommend': 'Would they recommend us?',
  'cells.def.recommend':
    'Score = share of 9 and 10 less share of 0 to 6, in points from −100 to 100. Interval: Agresti–Min, 95%.',
  'cells.advice.recommend': 'Ask “would you recommend us, 0 to 10” in a return visit (under more questions).',
  'cells.q.clerks': 'How was each of us received?',
  'cells.def.clerks':
    'Return visits, promises and complaints by who was at the desk. Hollow = fewer than five answers. Overlapping intervals: no difference can be told.',
  'cells.advice.clerks': "Choose who is at the desk in the panel's head before asking buyers.",
  'cells.q.care': 'Did we put it right, and in time?',
  'cells.def.care':
    "In time = by the complaint's own deadline, else within 24 hours. Came back = ordered again within the days named. Interval: Wilson, 95%.",
  'cells.q.referrals': 'Who brought whom, and do they stay?',
  'cells.def.referrals':
    'Bought = the one who was named has ordered. Share who bought at least twice. Interval: Wilson, 95%.',
  'cells.advice.referrals': 'Record who was sent by whom beside the chat (under More).',
  'cells.q.records': 'What stands in the book?',
  'cells.def.records':
    'Every record that is not deleted, by what it is; new = written down in the days looked at.',
  'cells.q.wishes': 'What do buyers wish for?',
  'cells.def.wishes': 'Wishes of different buyers for the same thing, in the words of the first.',
  'cells.advice.wishes': 'Record what buyers ask for beside the chat (under More).',
  'cells.q.calibration': 'Do the estimates fit every kind of buyer?',
  'cells.def.calibration':
    'Buyers by repeat purchases in the first part of the data; orders a buyer in the rest, as they came and as each model expected them.',
  'cells.q.models': 'Which model, and how sure is it?',
  'cells.def.models':
    'Maximum likelihood. MAE = error a buyer in the held-back weeks, in orders. Intervals of 95% on the log scale; a dash: the data do not determine it.',
  'cells.q.promotion': 'What if every coupon comes back?',
  'cells.def.promotion':
    'Liability = coupons out × their value. Left = what remains after goods are paid, by the middle margin of your product cards. A draft is reckoned for its limit, else for 100 coupons.',
  'cells.advice.promotion': 'Write the promotion down under Shop → Promotions before it is published.',
  'cells.q.cohorts.month': 'Do the newcomers of each month stay?',
  'cells.def.cohorts.month':
    'A cohort = buyers whose first order fell in that month. A field = share of them who ordered in that later month.',
  'cells.q.cohorts.quarter': 'Do the newcomers of each quarter stay?',
  'cells.def.cohorts.quarter':
    'A cohort = buyers whose first order fell in that quarter. A field = share of them who ordered in that later quarter.',
  'cells.q.cohorts.week': 'Do the newcomers of each week stay?',
  'cells.def.cohorts.week':
    'A cohort = buyers whose first order fell in that week. A field = share of them who ordered in that later week. The newest half year.',
  'cells.q.cohortRevenue': 'What has a newcomer of each month spent so far?',
  'cells.def.cohortRevenue':
    "Revenue of the cohort's buyers since their first order, refunds taken off, divided by all of them. Cohorts of ten and more.",
  'cells.q.sales': 'What came in, week by week?',
  'cells.def.sales':
    'Paid orders, refunds taken off the revenue. Trend of the orders a week: Mann–Kendall and Theil–Sen; called one only where both agree. Weeks begin on Monday.',
} as const;
