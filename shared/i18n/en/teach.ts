/** Showing a page by pointing where things stand in it, and the sites that were taught. */
export const teach = {
  'teach.intro':
    'Six clicks in the page show where things stand. Have a conversation open in which both of you have written. While you point, the page hears no click: nothing is pressed, nothing is sent.',
  'teach.begin': 'Begin',
  'teach.step': '{n} of {all}',
  'teach.ask.name': "Click the buyer's name above the messages.",
  'teach.ask.rowA': "Click a buyer's name in the list of conversations.",
  'teach.ask.rowB': "Click another buyer's name in that list.",
  'teach.ask.theirs': 'Click the words of a message the buyer wrote.',
  'teach.ask.mine': 'Click the words of a message you wrote.',
  'teach.ask.box': 'Click the box you write your answers in.',
  'teach.esc': 'Esc leaves',
  'teach.lost.name':
    'Left out, the name is looked for by its place. Where that is not plain, you are asked who it is.',
  'teach.lost.rowA': 'Left out, the list is looked for by its place. Who waits may then stay unknown.',
  'teach.lost.rowB': 'Left out, the list is looked for by its place. Who waits may then stay unknown.',
  'teach.lost.theirs':
    'Left out, the messages are looked for by their place. Where it stays unclear who wrote them, no promise in them is noticed.',
  'teach.lost.mine':
    'Left out, the messages are looked for by their place. Where it stays unclear who wrote them, no promise in them is noticed.',
  'teach.lost.box':
    'Left out, the reply box is looked for by its place. Where it is not found, your texts are copied instead of filled in.',
  'teach.skip': 'Leave this out',
  'teach.back': 'One back',
  'teach.taken': 'Taken: {words}',
  'teach.paused': 'Pointing was left with Esc.',
  'teach.on': 'Go on pointing',
  'teach.no.no-words': 'There are no words there. Click the words themselves.',
  'teach.no.no-box': 'Nothing can be written there. Click into the box itself.',
  'teach.no.same-row': 'That is the one from before. Click another.',
  'teach.no.not-alike': 'That stands elsewhere than the first one. Click one of the same kind.',
  'teach.no.sealed':
    'That part of the page is closed off and cannot be described. Leave it out: it is looked for by its place.',
  'teach.no.redrawn': 'The page has drawn the first one anew meanwhile. Go one back and click both again.',
  'teach.no.other-frame':
    'That stands in another frame of the page than what you clicked before. Click in the same frame, or leave it out.',
  'teach.preview': 'What is found now',
  'teach.found.list': '{n} {n:row|rows}: {names}',
  'teach.found.open': '{name} is open',
  'teach.found.messages': '{theirs} from the buyer, {mine} from you, {other} of which it is not clear',
  'teach.found.box': 'yes',
  'teach.found.none': 'not found',
  'teach.live':
    'Open another conversation in the page and look here: the name has to follow. Only then keep it.',
  'teach.save': 'Keep and follow',
  'teach.again': 'Point again',
  'teach.nothing': 'Nothing was pointed at, so there is nothing to keep. Point at one thing at least.',
  'teach.saved': '{site} is known now and followed.',
  'teach.gone': 'The page was loaded anew, so what you pointed at is gone. Begin again.',
  'teach.closed':
    'The browser does not let us into this page. Open the chat page in this window and begin again.',
  'teach.where':
    'This page is not allowed yet. Copy its address from the address bar; the browser asks once, for that site only.',
  'teach.allow': 'Allow and begin',
  'teach.own.on': 'Taught by you on {day}.',
  'teach.own.rename': 'Rename',
  'teach.own.name': 'Name of the site',
  'teach.own.renamed': 'Now called {site}',
  'teach.own.export': 'Save as a file',
  'teach.own.exportAbout':
    'Where things stand in the page, nothing of what is written there: it can be given to another shop.',
} as const;
