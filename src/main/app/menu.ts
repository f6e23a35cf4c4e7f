/** The native menu: what the window's command table also has goes to the window as `command.run`. */
import type { MenuItemConstructorOptions } from 'electron'
import { Menu } from 'electron'
import type { Lang } from '../../shared/page/roles.ts'
import type { Label } from './labels.ts'
import { label } from './labels.ts'

export function setMenu(lang: Lang, run: (command: string) => void, about: () => void): void {
  /** The window hears the keys itself, so that they work the same where no menu is shown; the menu only names them. */
  const command = (id: Label, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label: label(id, lang),
    ...(accelerator && { accelerator, registerAccelerator: false }),
    click: () => run(id),
  })
  const role = (role: NonNullable<MenuItemConstructorOptions['role']>, id: Label): MenuItemConstructorOptions => ({
    role,
    label: label(id, lang),
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const menu = (id: Label, submenu: MenuItemConstructorOptions[]) => ({ label: label(id, lang), submenu })

  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
      menu('menu.file', [
        command('file.open', 'CmdOrCtrl+O'),
        command('page.paste', 'CmdOrCtrl+Shift+V'),
        separator,
        command('export.open', 'CmdOrCtrl+E'),
        command('export.dialog', 'CmdOrCtrl+Shift+E'),
        command('print.proof', 'CmdOrCtrl+P'),
        separator,
        role('quit', 'app.quit'),
      ]),
      menu('menu.edit', [
        command('edit.undo', 'CmdOrCtrl+Z'),
        command('edit.redo', 'CmdOrCtrl+Shift+Z'),
        separator,
        role('cut', 'edit.cut'),
        role('copy', 'edit.copy'),
        role('paste', 'edit.paste'),
        role('selectAll', 'edit.selectAll'),
      ]),
      menu('menu.view', [
        command('view.preview', 'CmdOrCtrl+Shift+P'),
        separator,
        role('zoomIn', 'view.zoomIn'),
        role('zoomOut', 'view.zoomOut'),
        role('resetZoom', 'view.zoomReset'),
        separator,
        role('togglefullscreen', 'view.fullScreen'),
      ]),
      menu('menu.help', [{ label: label('app.about', lang), click: about }]),
    ]),
  )
}
