// Prints an HTML file to PDF again and again with Electron's own printToPDF; says the milliseconds of each run as JSON.
const { app, BrowserWindow } = require('electron')
const { writeFileSync } = require('node:fs')

const { BANXIN_HTML: html, BANXIN_PDF: pdf, BANXIN_RUNS: runs, BANXIN_INCHES: inches } = process.env
const [width, height] = inches.split('x').map(Number)

app
  .whenReady()
  .then(print)
  .catch((error) => {
    process.stderr.write(`${error}\n`)
    app.exit(1)
  })

async function print() {
  const window = new BrowserWindow({ show: false })
  const begun = performance.now()
  await window.loadFile(html)
  const times = []
  let bytes
  for (let run = 0; run < Number(runs); run++) {
    // an edit before each run, as for the other side
    await window.webContents.executeJavaScript(
      `document.querySelector('p').append('改'); document.fonts.ready.then(() => 0)`,
    )
    const from = performance.now()
    bytes = await window.webContents.printToPDF({
      pageSize: { width, height },
      printBackground: true,
      margins: { marginType: 'none', top: 0, bottom: 0, left: 0, right: 0 },
    })
    times.push(performance.now() - from)
    if (run === 0) times.first = performance.now() - begun
  }
  writeFileSync(pdf, bytes)
  process.stdout.write(`RESULT ${JSON.stringify({ first: times.first, times, bytes: bytes.length })}\n`)
  app.quit()
}
