/** The only bridge into the window: one call, one way to hear events, and dropped files handed to the main process by path. */
import { contextBridge, ipcRenderer, webFrame, webUtils } from 'electron'
import type { Bridge } from '../shared/bridge.ts'

const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke('call', method, input),
  on: (event, hear) => {
    const listener = (_: unknown, name: string, data: unknown) => name === event && hear(data)
    ipcRenderer.on('event', listener)
    return () => void ipcRenderer.off('event', listener)
  },
}
contextBridge.exposeInMainWorld('banxin', bridge)

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
/** Before Electron 32 a dropped file names its own path. */
const pathOf = (file: File & { path?: string }): string => webUtils?.getPathForFile(file) ?? file.path ?? ''

window.addEventListener('dragover', (event) => holdsFiles(event) && event.preventDefault(), true)
window.addEventListener(
  'drop',
  (event) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    const paths = [...(event.dataTransfer?.files ?? [])].map(pathOf).filter((path) => path !== '')
    if (event.isTrusted && paths.length > 0) ipcRenderer.send('offer', paths)
  },
  true,
)

// The page itself may not read a path where an old Electron would tell it.
if (!webUtils) void webFrame.executeJavaScript('delete File.prototype.path')
