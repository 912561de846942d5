/** What turns the direction of writing, is not seen, or steers a terminal; lines stay. */
const UNSEEN = /[^\P{C}\n]|\u2028|\u2029|\u034F|[\uFE00-\uFE0F]|\u3164/gu
const THOUGHT = /<think>[\s\S]*?(?:<\/think>|$)/gi
const TAG = /<[^<>\n]{0,500}>/g
const IMAGE_OR_LINK = /!?\[([^[\]\n]{1,200})\]\([^()\n]{0,500}\)/g
const LINE_MARK = /^[ \t]*(?:#{1,6}|>|[-*+]|```\w*|~~~)[ \t]*/gm

/** A text without markup of any kind, in the order in which a reader sees it. */
export function plainText(answer: string): string {
  let text = answer.replaceAll('\r\n', '\n').replaceAll(THOUGHT, '').replaceAll(UNSEEN, '')
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replaceAll(TAG, '') // what a tag hid may be one
  }
  return text
    .replaceAll(IMAGE_OR_LINK, '$1')
    .replaceAll(LINE_MARK, '')
    .replaceAll(/[<>`]|\*{1,3}|_{2,3}|~~/g, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
