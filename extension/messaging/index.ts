/** What the extension's pages and worker say to each other and to the followed pages. */
export { askChat, askStructure, fillChat, listenChatState } from './chat';
export {
  knownSites,
  notifyBookChanged,
  notifySitesChanged,
  onBookChanged,
} from './news';
