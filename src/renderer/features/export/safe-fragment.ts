/** A fragment of our own writers for the screen: known elements and their styles, and nothing that runs or loads. */

const ELEMENTS = new Set(
  'section p span strong em b i u a br img figure figcaption blockquote ul ol li h1 h2 h3 h4 sup sub hr'.split(' '),
)

/** `html` as nodes. Styles go in by the object model: attributes of style are not let through by the window's policy, not even parsed. */
export function safeFragment(html: string): DocumentFragment {
  const quiet = html.replace(/<[a-z][^>]*>/g, (tag) => tag.replace(' style="', ' data-style="'))
  const parsed = new DOMParser().parseFromString(quiet, 'text/html')
  const fragment = document.createDocumentFragment()
  for (const child of parsed.body.childNodes) append(fragment, child)
  return fragment
}

function append(parent: Node, node: Node): void {
  if (node.nodeType === Node.TEXT_NODE) parent.appendChild(document.createTextNode(node.nodeValue ?? ''))
  if (!(node instanceof Element)) return
  const name = node.localName
  if (!ELEMENTS.has(name)) return
  const made = document.createElement(name)
  made.style.cssText = node.getAttribute('data-style') ?? ''
  for (const child of node.childNodes) append(made, child)
  parent.appendChild(made)
}
