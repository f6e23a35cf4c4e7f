/**
 * For tests: proves that nothing WeChat’s editor drops or changes is in a fragment. It allows what is known to survive, and reports all else:
 * a list of the forbidden would miss what WeChat forbids tomorrow.
 */
import { SaxesParser } from 'saxes'

const TAGS = new Set(['section', 'p', 'span', 'strong', 'em', 'sup', 'sub', 'br', 'table', 'tbody', 'tr', 'td'])

const PROPERTIES = new Set([
  'background-color',
  'border',
  'border-bottom',
  'border-collapse',
  'border-left',
  'border-radius',
  'border-right',
  'border-top',
  'color',
  'display',
  'font-size',
  'font-style',
  'font-weight',
  'letter-spacing',
  'line-height',
  'margin',
  'overflow-x',
  'padding',
  'text-align',
  'text-decoration',
  'text-indent',
  'width',
  'word-break',
])

/** Lengths in px or em, percentages, plain numbers, hexadecimal colours, keywords: no functions, so no `url()`, `var()`, gradients. */
const VALUE = /^(?:(?:-?\d+(?:\.\d+)?(?:px|em|%)?|#[0-9a-f]{6}|[a-z-]+)(?: (?!$)|$))+$/

/** Layout that WeChat removes; `display` is allowed as `inline-block` and `block` only. */
const KEYWORDS_LOST =
  /(?:^| )(?:absolute|fixed|sticky|relative|grid|flex|inline-grid|none|inherit|initial|unset)(?: |$)/

/** What is the matter: the markup is not whole, WeChat drops or does not take what it names, or something stands outside the fragment. */
type WechatFinding = {
  readonly code: 'markup' | 'tag' | 'attribute' | 'property' | 'value' | 'outside'
  readonly what: string
}

/** What WeChat would drop of `fragment`, in order; nothing when it passes whole. */
export function checkWechat(fragment: string): readonly WechatFinding[] {
  const findings: WechatFinding[] = []
  let depth = 0
  let roots = 0
  const parser = new SaxesParser({ fragment: true })
  parser.on('error', (e) => findings.push({ code: 'markup', what: e.message }))
  parser.on('opentag', ({ name, attributes }) => {
    if (depth++ === 0) roots++
    if (!TAGS.has(name)) findings.push({ code: 'tag', what: name })
    for (const [attribute, value] of Object.entries(attributes)) {
      if (attribute === 'style') findings.push(...checkStyle(String(value)))
      else findings.push({ code: 'attribute', what: attribute })
    }
  })
  parser.on('closetag', () => void depth--)
  parser.on('text', (text) => {
    if (depth === 0 && text.trim() !== '') findings.push({ code: 'outside', what: text })
  })
  parser.on('comment', () => void findings.push({ code: 'tag', what: '!--' }))
  parser.on('processinginstruction', () => void findings.push({ code: 'tag', what: '?' }))
  parser.write(fragment).close()
  if (roots !== 1) findings.push({ code: 'outside', what: `${roots} roots` })
  return findings
}

function checkStyle(style: string): readonly WechatFinding[] {
  return style.split(';').flatMap((declaration): readonly WechatFinding[] => {
    const at = declaration.indexOf(':')
    const name = declaration.slice(0, at).trim()
    const value = declaration.slice(at + 1).trim()
    if (at < 0 || !PROPERTIES.has(name)) return [{ code: 'property', what: at < 0 ? declaration : name }]
    return VALUE.test(value) && !KEYWORDS_LOST.test(value) ? [] : [{ code: 'value', what: declaration }]
  })
}
