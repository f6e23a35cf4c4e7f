/** The newsroom's steps as a command. */
import type { Command } from '../../app/command.ts'

export const STATE_COMMANDS: readonly Command[] = [
  {
    id: 'states.open',
    name: { zh: '流程：审稿与校次…', en: 'Workflow steps…' },
    key: 'Mod+Shift+S',
    can: (w) => w.desk.get().page !== undefined,
    run: (w) => w.shell.set({ dialog: { name: 'states' } }),
  },
]
