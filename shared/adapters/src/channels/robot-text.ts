import { HANDLE, type Message, openWords, takeWords } from './message.ts'

/** The lines in their order: keyword, title, body, link, page to take it, signature, reference. */
export function plainText(message: Message, body: string, keyword?: string): string {
  const { title, link, acknowledge, handle, signature, reference } = message
  const links = [
    ...(link === undefined ? [] : [`链接：${link}`]),
    ...(handle === undefined ? [] : [`${HANDLE}：${handle}`]),
    ...(acknowledge === undefined ? [] : [`${takeWords(message)}：${acknowledge}`])
  ]
  return withKeyword([title, body, ...links, signature, `编号：${reference}`].join('\n'), keyword, '\n')
}

/** The links as markdown has them, a line each. */
export function markdownLinks(message: Message): string[] {
  const { link, handle, acknowledge } = message
  return [
    ...(link === undefined ? [] : [`[${openWords(message)}](${link})`]),
    ...(handle === undefined ? [] : [`[${HANDLE}](${handle})`]),
    ...(acknowledge === undefined ? [] : [`[${takeWords(message)}](${acknowledge})`])
  ]
}

/** The keyword in front, unless the text has it. */
export const withKeyword = (text: string, keyword: string | undefined, separator: string): string =>
  keyword === undefined || text.includes(keyword) ? text : `${keyword}${separator}${text}`
