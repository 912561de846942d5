import { parentPort } from 'node:worker_threads'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { lengthOf, textOfHtml, withoutMentions } from '@huiyin/adapters/platforms/mastodon-text.ts'
import { sameText } from '@huiyin/adapters/platforms/same-text.ts'
import { readXml } from '@huiyin/adapters/platforms/wechat-xml.ts'
import { isTooDeep } from '@huiyin/api/json-body.ts'
import { openClassifier } from '@huiyin/classifier/classify.ts'
import { endingOf, fileName } from '@huiyin/domain/attachments/file-name.ts'
import { csvCell } from '@huiyin/domain/csv.ts'
import { checkReply } from '@huiyin/domain/reply-check/check-reply.ts'
import { DEFAULT_REPLY_LISTS } from '@huiyin/domain/reply-check/default-lists.ts'
import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import { DEFAULT_TEMPLATES } from '@huiyin/domain/templates/default-templates.ts'
import { fillTemplate } from '@huiyin/domain/templates/fill-template.ts'
import { isWebAddress } from '@huiyin/domain/web-address.ts'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import { TEXT_LIMIT } from '@huiyin/schemas/comment.ts'

/** A worker that has foreign texts read by all that reads them, and says which it is at; `null` at the end. */

const classify = openClassifier({ cut: segmenter().cut, evidence: 'all' })

const READERS: Record<string, (text: string) => unknown> = {
  maskPersonal,
  checkReply: text => checkReply(text, { limit: 5_000, lists: DEFAULT_REPLY_LISTS }),
  textOfHtml,
  withoutMentions,
  lengthOf: text => lengthOf(text, 23),
  sameText: text => sameText(text, `${text}x`),
  readXml: text => readXml(`<xml>${text}</xml>`),
  isTooDeep,
  fileName,
  endingOf,
  csvCell,
  isWebAddress: text => isWebAddress(text.slice(0, 2000)),
  fillTemplate: text => fillTemplate({ ...DEFAULT_TEMPLATES[0]!, text }, {}),
  classify: text => classify([comment({ text: text.slice(0, TEXT_LIMIT) })])
}

parentPort!.on('message', (texts: readonly string[]) => {
  for (const [n, text] of texts.entries()) {
    for (const [name, read] of Object.entries(READERS)) {
      parentPort!.postMessage(`${name}, text ${n} (${JSON.stringify(text.slice(0, 20))})`)
      try {
        read(text)
      } catch {
        // a refusal is an end too
      }
    }
  }
  parentPort!.postMessage(null)
})
