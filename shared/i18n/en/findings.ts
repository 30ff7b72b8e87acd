/** The sentences at the top of the weekly review. */
export const findings = {
  'findings.points': '{lo} to {hi} points',
  'findings.week.same':
    'No clear change in orders: {now} in these seven days, {before} in the seven before. News would be {more} or more, or {fewer} or fewer.',
  'findings.week.sameMore':
    'No clear change in orders: {now} in these seven days, {before} in the seven before. News would be {more} or more.',
  'findings.week.more':
    'More orders than chance explains: {now} in these seven days, {before} in the seven before.',
  'findings.week.fewer':
    'Fewer orders than chance explains: {now} in these seven days, {before} in the seven before.',
  'findings.repeat.rate': '{repeatBuyers} of {buyers} buyers bought again: {rate} ({range}).',
  'findings.repeat.known':
    'Of {orders} orders, {known} are known to belong to someone; {repeatBuyers} of these {buyers} buyers bought again: {rate} ({range}). Those who chat are not all buyers.',
  'findings.repeat.few': 'Too few to value buyers in money: it needs {need} repeat buyers, you have {have}.',
  'findings.repeat.within':
    '{repeaters} of {eligible} buyers came back within {days} days of their first order: {rate} ({range}).',
  'findings.value.total':
    'Over the next {weeks} weeks your {buyers} buyers will probably spend about {value} ({range}): an estimate.',
  'findings.satisfaction.asked':
    'Satisfaction {mean} of 5 ({lo}–{hi}), {answered} answers; {rate} of {asked} asked replied. {verdict}',
  'findings.satisfaction.reviews': 'Satisfaction {mean} of 5 ({lo}–{hi}) from {answered} reviews. {verdict}',
  'findings.satisfaction.oneOfSeveral':
    'No clear change: by itself the line would be one, among several things looked at it may be chance.',
  'findings.satisfaction.one': 'One answer so far: {mean} of 5. {verdict}',
  'findings.promises.late':
    '{late} {late:promise is|promises are} overdue. Start the week with {late:it|them}.',
  'findings.promises.kept': '{kept} of {settled} promises that came due were kept on time: {rate} ({range}).',
  'findings.goodwill.old': ' ({old} of them more than 90 days ago)',
  'findings.goodwill.owed': 'You owe {amount} off on {n} coming {n:order|orders}{old}.',
  'findings.goodwill.expected':
    'You owe {amount} off on {n} coming {n:order|orders}{old}; about {expected} will probably be used.',
  'findings.promises.outcome':
    'Buying again differs with promises: {kept} where you kept them (n {keptN}), {broken} where you did not (n {brokenN}), difference {range}. No proof of cause.',
  'findings.promises.noOutcome':
    'No clear difference in buying again between promises kept ({kept}, n {keptN}) and broken ({broken}, n {brokenN}); difference {range}. To see ten points it would take about {need} buyers in each group.',
  'findings.gifts.return':
    'Back within {days} days: {gift} with a queue gift (n {giftN}), {none} without (n {noneN}), difference {range}. No proof of cause.',
  'findings.gifts.noReturn':
    'No clear difference yet: back within {days} days {gift} with a queue gift (n {giftN}), {none} without (n {noneN}), difference {range}. To see ten points it would take about {need} buyers in each group.',
  'findings.complaints.each': '{n} each',
  'findings.complaints.and': ', ',
  'findings.complaints.count':
    '{n} {n:complaint|complaints}, costing {cost}; most often: {cause} ({causeN}).',
  'findings.complaints.rate':
    '{n} {n:complaint|complaints}, {rate} per 100 orders, costing {cost}; most often: {cause} ({causeN}).',
} as const;
