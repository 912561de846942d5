const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  middot: '·',
  times: '×',
  copy: '©',
  reg: '®'
}

const PARAGRAPHS = new Set(['p', 'blockquote', 'pre', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div'])
const LINES = new Set(['br', 'li', 'tr', 'hr'])

/** The words of a status: paragraphs by an empty line, lines as they were broken; a shortened link in full. */
export function textOfHtml(html: string): string {
  let text = ''
  let at = 0
  while (at < html.length) {
    const start = startOfTag(html, at)
    const end = start < 0 ? -1 : endOfTag(html, start)
    if (end < 0) {
      text += html.slice(at)
      break
    }
    text += html.slice(at, start) + breakAt(html.slice(start + 1, end))
    at = end + 1
  }
  return decodeEntities(text)
    .split('\n')
    .map(line => line.replace(/^[ \t\u00a0]+/, '').replace(/(?<![ \t\u00a0])[ \t\u00a0]+$/, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function startOfTag(html: string, from: number): number {
  let at = html.indexOf('<', from)
  while (at >= 0 && !/[a-z/!]/i.test(html[at + 1] ?? '')) at = html.indexOf('<', at + 1)
  return at
}

/** Where the tag ends that begins at `start`, quoted attributes passed over; -1: it never does. */
function endOfTag(html: string, start: number): number {
  let quote = ''
  for (let at = start + 1; at < html.length; at++) {
    const character = html[at]!
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '>') return at
    else if (character === '"' || character === "'") quote = character
  }
  return -1
}

function breakAt(tag: string): string {
  const name = /^\/?([a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase() ?? ''
  if (PARAGRAPHS.has(name)) return '\n\n'
  return LINES.has(name) && !tag.startsWith('/') ? '\n' : ''
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    const sound = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    return sound ? String.fromCodePoint(code) : whole
  })
}

const URLS = /https?:\/\/[^\s<>"'，。！？、；：）】》」』]+/giu
const REMOTE = /(^|[^\p{L}\p{N}_/@])@([\p{L}\p{N}_][\p{L}\p{N}_.-]*)@[\p{L}\p{N}][\p{L}\p{N}.-]*(?::\d+)?/gu

/** `@user@host` as the server shows and counts it. */
const withoutHosts = (text: string) => text.replace(REMOTE, '$1@$2')

/**
 * How long a server finds a text: an address counts as `perUrl`, `@user@host` as `@user`. By code points;
 * newer servers count what a person sees as one character, which is never more.
 */
export const lengthOf = (text: string, perUrl: number): number =>
  [...withoutHosts(text.replace(URLS, 'x'.repeat(perUrl)))].length

/** A reply without those whom it calls at its beginning, for comparing. */
export const withoutMentions = (text: string): string =>
  withoutHosts(text).replace(/^(?:\s*@[\p{L}\p{N}_][\p{L}\p{N}_.-]*)+\s*/u, '')
