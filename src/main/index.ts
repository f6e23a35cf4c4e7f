/** Electron's entry: sets the switches that must come before it is ready, and opens the workstation once. */
import { app } from 'electron'
import { guard } from './app/guard.ts'
import { openWorkstation } from './app/workstation.ts'
import { declareScheme } from './app/scheme.ts'
import { parseArguments } from './app/arguments.ts'

if (process.env.BANXIN_USER_DATA) app.setPath('userData', process.env.BANXIN_USER_DATA)
const given = parseArguments(process.argv.slice(1), app.isPackaged, process.cwd())

if (app.requestSingleInstanceLock({ files: given.files })) {
  // As root, Chromium runs without its sandbox or not at all; the window's own `sandbox` setting holds there too.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  declareScheme()
  guard(app)
  void app.whenReady().then(() => openWorkstation(given))
} else {
  // The first instance takes the files over.
  app.quit()
}
