import { startCommands } from '@extension/background/commands';
import { startFollowing } from '@extension/background/follow';
import { startReminders } from '@extension/background/reminders';
import { openPanelOnActionClick } from '@extension/platform/side-panel';
import { defineBackground } from 'wxt/utils/define-background';

export default defineBackground(() => {
  openPanelOnActionClick();
  startFollowing();
  startReminders();
  startCommands();
});
