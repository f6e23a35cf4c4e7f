/** The rival's main process: one bare window that shows one file, nothing else. */
import { app, BrowserWindow } from 'electron'

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    webPreferences: { sandbox: true, contextIsolation: true },
  })
  void window.loadFile(process.env['BENCH_PAGE'] ?? '')
})
