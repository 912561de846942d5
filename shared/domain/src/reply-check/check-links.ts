import type { Finding } from '@huiyin/schemas/reply-check.ts'
import { type Folded, spanOf } from './fold.ts'
import { hostOf, isAllowedHost } from './hosts.ts'

const ENDINGS =
  'com|cn|net|org|gov|edu|top|xyz|vip|club|shop|site|online|link|ltd|info|biz|app|dev|icu|pub|work|wang|ren|io|me|cc|tv|co|hk|tw|mo|ly|gl|im|la'

const PATH = `[^\\s"'<>()|\\u0080-\\uffff]{0,2000}`
const SCHEMED = new RegExp(
  `(?<![A-Za-z\\d])[A-Za-z][A-Za-z\\d+.-]{1,20}://[^\\s"'<>()|/?#，。；！？、【】《》「」]{1,253}(?:[/?#]${PATH})?`,
  'g'
)
const BARE = new RegExp(
  `(?<![A-Za-z\\d.@/_-])[A-Za-z\\d-]{1,63}(?:\\.[A-Za-z\\d-]{1,63}){0,7}\\.(?:${ENDINGS})(?![A-Za-z\\d.@_-])(?:[:/?#]${PATH})?`,
  'gi'
)

/** Words that follow a host without a space are none of it: https://www.gov.cn查看. */
const WORDS_BEHIND = /^([\x21-\x7e]+\.[A-Za-z]+)\p{Script=Han}+$/u

interface Link {
  start: number
  end: number
  host: string | undefined
}

function linksIn(text: string, pattern: RegExp, scheme: string): Link[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index: start }) => {
    const link = found.replace(WORDS_BEHIND, '$1')
    return { start, end: start + link.length, host: hostOf(scheme + link) }
  })
}

const linkFinding = (folded: Folded, start: number, end: number, host: string | undefined): Finding => ({
  code: 'link',
  severity: 'warn',
  ...spanOf(folded, start, end),
  zh: host
    ? `链接指向 ${host}，不在允许的网站之列。请换成政府网站的链接，或由管理员把它加入名单。`
    : '这个链接无法识别要去哪里。请换成政府网站的完整链接。',
  en: host
    ? `The link leads to ${host}, which is not on the list. Link to a government site, or have an administrator list it.`
    : 'Nobody can tell where this link leads. Give the whole address of a government site.'
})

/** Links to hosts that are neither gov.cn nor listed. */
export function checkLinks(folded: Folded, hosts: readonly string[]): Finding[] {
  return [...linksIn(folded.text, SCHEMED, ''), ...linksIn(folded.text, BARE, 'http://')]
    .filter(({ host }) => host === undefined || !isAllowedHost(host, hosts))
    .map(({ start, end, host }) => linkFinding(folded, start, end, host))
}
