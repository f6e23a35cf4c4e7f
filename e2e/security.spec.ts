/** What the window may not do, tried in the real one. */
import { expect, test } from '@playwright/test'
import { api } from '../src/shared/api.ts'
import type { Launched } from './harness/launch.ts'
import { callFrom, launch } from './harness/launch.ts'

let desk: Launched
test.beforeAll(async () => {
  desk = await launch()
})
test.afterAll(() => desk.close())

test('the window is sandboxed and isolated, without Node', async () => {
  const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    } // Electron has it, its types do not
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag }
  })
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
  const found = await desk.window.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
  )
  expect(found).toEqual([])
})

test('the bridge has two functions and cannot be changed', async () => {
  const keys = await desk.window.evaluate(() => {
    const { banxin } = globalThis as unknown as { banxin: Record<string, unknown> }
    try {
      banxin.call = () => 'mine'
    } catch {
      // Refused aloud.
    }
    return Object.entries(banxin).map(([name, value]) => [name, String(value).includes('mine')])
  })
  expect(keys).toEqual([
    ['call', false],
    ['on', false],
  ])
})

test('the Content-Security-Policy is there and refuses what is not ours', async () => {
  const policy = await desk.window.evaluate(
    async () => (await fetch(location.href)).headers.get('content-security-policy') ?? '',
  )
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)

  const refused = await desk.window.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.broken = true'
    document.head.append(script)
    const image = document.createElement('img')
    image.src = 'https://example.com/a.png'
    document.body.append(image)
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    document.body.append(frame)
    // Later, as a debugger's own evaluation may do what the page may not.
    const evaluated = await new Promise<boolean>((resolve) =>
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-eval -- refusing it is what is tested
          resolve(globalThis.eval('1') === 1)
        } catch {
          resolve(false)
        }
      }),
    )
    const fetched = await fetch('https://example.com/').then(
      () => true,
      () => false,
    )
    // Some are told of by another process, when it comes to it.
    for (let i = 0; i < 100 && new Set(violations).size < 5; i++)
      await new Promise((resolve) => setTimeout(resolve, 50))
    for (const element of [script, image, frame]) element.remove()
    return { ran: 'broken' in window, evaluated, fetched, violations: [...new Set(violations)].toSorted() }
  })
  expect(refused).toEqual({
    ran: false,
    evaluated: false,
    fetched: false,
    violations: ['connect-src', 'frame-src', 'img-src', 'script-src', 'script-src-elem'],
  })
})

test('files above the built window are not served', async () => {
  const statuses = await desk.window.evaluate(() =>
    Promise.all(
      ['/../main/index.cjs', '/%2e%2e/main/index.cjs', '/..%2fmain%2findex.cjs', '/no-such.js', '/%00'].map((place) =>
        fetch(`banxin://desk${place}`).then(
          ({ status }) => status,
          () => 404,
        ),
      ),
    ),
  )
  expect(statuses).toEqual([404, 404, 404, 404, 404])
})

test('no navigation and no new window', async () => {
  const before = desk.window.url()
  await desk.app.evaluate(({ BrowserWindow }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event, url) => {
      if (event.defaultPrevented) asked.push(url)
    })
  })
  await desk.window.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://example.com/'
    document.body.append(link)
    link.click()
    link.target = '_blank'
    link.click()
    link.remove()
    location.href = 'data:text/html,<h1>away'
  })
  expect(await desk.window.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
  await desk.window.evaluate(() => (location.href = 'https://example.com/last'))
  await expect
    .poll(() => desk.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked.at(-1)))
    .toBe('https://example.com/last')
  expect(desk.window.url()).toBe(before)
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('permissions are refused', async () => {
  const states = await desk.window.evaluate(async () => {
    const asked: Record<string, string> = {}
    for (const name of ['geolocation', 'notifications', 'microphone', 'camera', 'clipboard-read', 'midi'])
      asked[name] = (await navigator.permissions.query({ name: name as PermissionName })).state
    asked.media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    )
    return asked
  })
  expect(Object.values(states).filter((state) => state === 'granted')).toEqual([])
  expect(states.media).toBe('denied')
})

test('methods for the host alone do not exist for the window', async () => {
  const hostOnly = Object.entries(api).filter(([, { caller }]) => caller === 'host')
  expect(hostOnly.length).toBeGreaterThan(0)
  for (const [method] of hostOnly)
    expect(await callFrom(desk.window, method, { path: '/etc/passwd' })).toMatchObject({
      ok: false,
      code: 'method/unknown',
    })
})

test('what does not fit the contract is refused, and nothing breaks', async () => {
  for (const input of [null, 1, 'x', [], { id: -1 }, { id: 1.5 }, { id: '1' }])
    expect(await callFrom(desk.window, 'page.get', input)).toMatchObject({ ok: false })
  expect(await callFrom(desk.window, 'import.tokens', { tokens: ['/etc/passwd'] })).toMatchObject({
    ok: false,
    code: 'token/expired',
  })
  expect(await callFrom(desk.window, 'page.list', {})).toMatchObject({ ok: true })
})

test('no reply names a path', async () => {
  const replies = []
  for (const [method, input] of [
    ['page.list', {}],
    ['settings.get', {}],
    ['archive.ping', {}],
    ['export.formats', {}],
    ['page.get', { id: 1 }],
    ['page.get', { id: 999_999 }],
    ['app.info', {}],
  ] as const)
    replies.push(await callFrom(desk.window, method, input))
  // Where the archive lies is told for people to read, the home folder shortened; nothing acts on it.
  const text = JSON.stringify(replies, (key, value: unknown) => (key === 'archive' ? '' : value))
  expect(text).not.toContain(desk.userData)
  expect(text).not.toMatch(/\/(home|root|tmp|var|usr)\//)
  expect(await desk.window.evaluate(() => 'path' in File.prototype)).toBe(false)
})

test('another sender than the window is not heard', async () => {
  const reply = await desk.app.evaluate(async ({ BrowserWindow }, preload) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    await stranger.loadURL('data:text/html,<title>stranger')
    const answer: unknown = await stranger.webContents.executeJavaScript("banxin.call('page.list', {})")
    stranger.destroy()
    return answer
  }, `${process.cwd()}/out/preload/index.cjs`)
  expect(reply).toMatchObject({ ok: false, code: 'method/unknown' })
})
