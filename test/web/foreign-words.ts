import type { Told } from './crawl.ts'
import { PEOPLE } from './people.ts'

/** What stands in the other language on a page, and is nobody's own words. */

/** Names that are the same in every language: the house's, of formats, techniques and programs, of commands, and of who signs in. */
const NAMES = new Set(
  [
    ...[
      'Huiyin',
      'English',
      'UTC',
      'Asia',
      'Shanghai',
      'ID',
      'uid',
      'appid',
      'openid',
      'API',
      'URL',
      'IP',
      'HTTP',
      'HTTPS'
    ],
    ...[
      'CSV',
      'XLSX',
      'PNG',
      'JPEG',
      'WebP',
      'PDF',
      'DOCX',
      'HTML',
      'YAML',
      'JSON',
      'ZIP',
      'Excel',
      'Webhook',
      'webhook'
    ],
    ...[
      'Chrome',
      'Chromium',
      'Edge',
      'Firefox',
      'Safari',
      'Linux',
      'Windows',
      'Android',
      'iOS',
      'macOS',
      'Word',
      'TXT',
      'MP'
    ],
    ...['npx', 'import'],
    ...Object.values(PEOPLE).map(({ id }) => id),
    ...['Mastodon', 'SHA', 'MB', 'KB', 'GB', 'Ctrl', 'Esc', 'Enter', 'Tab', 'Shift', 'Alt', 'OR', 'AND', 'NOT', 'SLA']
  ].map(name => name.toLowerCase())
)
const LATIN = /[A-Za-z][A-Za-z'’]*/g
const HAN = /[\p{Script=Han}][\p{Script=Han}，、。？！：；“”‘’（）《》]*/gu
const KEY = /^[a-z]+(?:[.-][a-z-]+)*\.[a-z-]+$/ // a word of the catalogue that nobody looked up
const UNFILLED = /\{[a-z][\w-]*\}/
const NAMED_BY_HOUSE = /^[a-z]+(?:[-_.][a-z]+)*$/ // `first-reply`, `complaint`: names in the API, which no page shows
const LONG = 6 // characters of Chinese that are no word of ours by chance

const tokens = (text: string, of: RegExp) => text.match(of) ?? []

/** Lines that say what is wrong, one for each text. `sent`: what the house sent to this page. */
export function foreignWords(told: readonly Told[], language: 'zh' | 'en', sent: ReadonlySet<string>): string[] {
  const judge = language === 'zh' ? latinIn(sent) : hanIn(sent)
  const lines = told.flatMap(({ text, where }) => {
    if (sent.has(text) && !NAMED_BY_HOUSE.test(text)) return []
    if (KEY.test(text) || UNFILLED.test(text)) return [`${where}: "${text}" is no word of the catalogue`]
    const foreign = judge(text)
    return foreign.length > 0 ? [`${where}: "${text.slice(0, 120)}" has ${foreign.join(' ')}`] : []
  })
  return [...new Set(lines)]
}

/** On a Chinese page: Latin words that are neither names nor of what was sent. */
function latinIn(sent: ReadonlySet<string>) {
  const free = [...sent].filter(text => !NAMED_BY_HOUSE.test(text))
  const own = new Set(free.flatMap(text => tokens(text, LATIN)))
  return (text: string) =>
    tokens(text, LATIN).filter(word => word.length > 1 && !own.has(word) && !NAMES.has(word.toLowerCase()))
}

/** On an English page: Chinese that is not of what was sent. */
function hanIn(sent: ReadonlySet<string>) {
  const own = new Set([...sent].flatMap(text => tokens(text, HAN)))
  const all = [...sent].join('\n')
  return (text: string) =>
    tokens(text, HAN).filter(run => run !== '中文' && !own.has(run) && !(run.length >= LONG && all.includes(run)))
}
