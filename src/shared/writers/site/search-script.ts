/**
 * The script of the search page, as text: it runs in the reader's browser, from disk too, with no server and nothing inline. It loads
 * the parts whose filters allow the query, newest first, and matches exactly. Hits are made of text nodes, never of markup.
 */
export const SEARCH_SCRIPT = String.raw`'use strict'
var banxinParts = {}
function banxinPart(n, rows) { banxinParts[n] = rows }
var banxinSearch = (function () {
  function fold(text) {
    return text.replace(/[\uff01-\uff5e\u3000A-Z\u00c0-\u00d6\u00d8-\u00de]/g, function (c) {
      return c === '\u3000' ? ' ' : c >= '\uff01' ? String.fromCharCode(c.charCodeAt(0) - 0xfee0).toLowerCase() : c.toLowerCase()
    })
  }
  function terms(query) { return fold(query).split(/\s+/).filter(function (t) { return t !== '' }) }
  function bytes(base64) {
    var binary = atob(base64), out = new Uint8Array(binary.length)
    for (var i = 0; i < binary.length; i++) out[i] = binary.charCodeAt(i)
    return out
  }
  function allows(filter, words) {
    var bits = filter.length * 8
    function has(at) { return (filter[at >> 3] & (1 << (at & 7))) !== 0 }
    return words.every(function (word) {
      for (var i = 1; i < word.length; i++) {
        var a = word.charCodeAt(i - 1), b = word.charCodeAt(i)
        var x = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 0
        var y = (Math.imul(a, 0xc2b2ae35) + Math.imul(b, 0x27d4eb2f)) >>> 0
        if (!has(((x ^ (x >>> 15)) >>> 0) % bits) || !has(((y ^ (y >>> 13)) >>> 0) % bits)) return false
      }
      return true
    })
  }
  function find(rows, words) {
    return rows.filter(function (row) {
      var text = fold(row[1] + '\n' + row[3])
      return words.every(function (w) { return text.indexOf(w) >= 0 })
    })
  }
  return { fold: fold, terms: terms, bytes: bytes, allows: allows, find: find }
})()
if (typeof document !== 'undefined') (function () {
  var PAGE = 30
  var status = document.getElementById('status'), hits = document.getElementById('hits'), more = document.getElementById('more')
  var query = new URLSearchParams(location.search).get('q') || ''
  document.querySelectorAll('input[name=q]').forEach(function (input) { input.value = query })
  var words = banxinSearch.terms(query)
  if (words.length === 0) { document.getElementById('q').focus(); return }
  document.title = query + ' - ' + document.title
  var waiting = []
  banxinFilters.forEach(function (filter, n) { if (banxinSearch.allows(banxinSearch.bytes(filter), words)) waiting.unshift(n) })
  var found = [], shown = 0, limit = PAGE, failed = 0, loading = false
  function marked(element, text) {
    var folded = banxinSearch.fold(text), at = 0
    while (at < text.length) {
      var next = -1, length = 0
      words.forEach(function (w) {
        var i = folded.indexOf(w, at)
        if (i >= 0 && (next < 0 || i < next)) { next = i; length = w.length }
      })
      if (next < 0) break
      element.append(text.slice(at, next))
      var mark = document.createElement('mark')
      mark.textContent = text.slice(next, next + length)
      element.append(mark)
      at = next + length
    }
    element.append(text.slice(at))
    return element
  }
  function snippet(text) {
    var folded = banxinSearch.fold(text), first = -1
    words.forEach(function (w) { var i = folded.indexOf(w); if (i >= 0 && (first < 0 || i < first)) first = i })
    var from = Math.max(0, first - 30), to = Math.min(text.length, from + 110)
    return (from > 0 ? '…' : '') + text.slice(from, to).replace(/\n/g, ' ') + (to < text.length ? '…' : '')
  }
  function show(row) {
    var item = document.createElement('li'), link = document.createElement('a'), place = document.createElement('span'), words = document.createElement('p')
    link.href = row[0]
    place.className = 'by'
    place.textContent = row[2]
    item.append(marked(link, row[1]), place, marked(words, snippet(row[3])))
    hits.append(item)
  }
  function report() {
    while (shown < found.length && shown < limit) show(found[shown++])
    var complete = waiting.length === 0 && !loading
    status.textContent = failed > 0 ? '有 ' + failed + ' 个检索文件打不开，结果可能不全。'
      : !complete && found.length < limit ? '正在查找……已找到 ' + found.length + ' 篇'
      : complete ? (found.length === 0 ? '没有找到含“' + query + '”的文章。' : '找到 ' + found.length + ' 篇')
      : '已找到 ' + found.length + ' 篇，还没有查完'
    more.hidden = complete && shown === found.length
  }
  function step() {
    if (loading || found.length >= limit || waiting.length === 0) { report(); return }
    var n = waiting.shift(), script = document.createElement('script')
    loading = true
    script.src = 'assets/text-' + n + '.js'
    script.onload = function () {
      found = found.concat(banxinSearch.find(banxinParts[n] || [], words).reverse())
      delete banxinParts[n]
      loading = false
      report()
      step()
    }
    script.onerror = function () { failed++; loading = false; report(); step() }
    document.head.append(script)
    report()
  }
  more.addEventListener('click', function () { limit += PAGE; step() })
  step()
})()
`
