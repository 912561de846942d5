import type { LetterNotice } from '@huiyin/ports/channel.ts'
import type { LetterFile } from '@huiyin/schemas/letter.ts'
import { foreign, formed, type Message, REPEATED, referenceOf } from './message.ts'
import { dateTime } from './times.ts'

const LONGEST_TITLE = 200
const WORDS = { open: '查看详情', take: '确认收到' }

/** A letter in the office's form; `named` are the files that do not go with it. What is personal in it is masked. */
export function letterMessage(notice: LetterNotice, named: readonly LetterFile[]): Message {
  const { letter, link, receive, perhapsRepeated, reference } = notice
  const { title, lines, receipt, urgent, level = 'blue', madeAt } = letter
  const whither = link === undefined ? '请登录系统查看' : '请在系统中下载'
  const body = [
    ...(perhapsRepeated ? [REPEATED] : []),
    ...lines.map(foreign),
    ...named.map(file => `附件：${foreign(file.name)}（${sizeOf(file.bytes)}），${whither}。`),
    ...(receipt ? ['收到后请确认。'] : [])
  ]
  return formed(
    {
      title: `${urgent ? '【紧急】' : ''}${foreign(title)}`,
      body: body.join('\n'),
      ...(link !== undefined && { link }),
      ...(receive !== undefined && { acknowledge: receive }),
      signature: `回音 ${dateTime(madeAt)}`,
      reference: referenceOf(reference),
      ...{ level, words: WORDS }
    },
    LONGEST_TITLE
  )
}

const MB = 1024 * 1024
const sizeOf = (bytes: number) =>
  bytes < MB ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / MB).toFixed(1)} MB`
