import type { AccountField } from '@huiyin/schemas/account.ts'
import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'

/** What can be wrong with an account, a sentence each in Chinese and English; none says what a secret is. */

type Of = { code: string; where: string; zh: string; en: string }
const refusal = (of: Of): RuleProblem => ({ ...of, refuses: true })
const warning = (of: Of): RuleProblem => ({ ...of, refuses: false })

const quoted = (names: readonly string[]) => names.map(name => `"${name}"`).join(', ')

export const fieldMissing = (part: string, { name, words }: AccountField) =>
  refusal({
    code: 'FIELD_MISSING',
    where: `${part}/${name}`,
    zh: `缺少${words.zh}。`,
    en: `${words.en} (${name}) is missing.`
  })

export const fieldUnknown = (part: string, name: string, known: readonly string[]) =>
  refusal({
    code: 'FIELD_UNKNOWN',
    where: `${part}/${name}`,
    zh: `没有“${name}”这一项，可填：${known.length > 0 ? known.join('、') : '无'}。`,
    en: `"${name}" is not known here; there ${known.length > 0 ? `is ${quoted(known)}` : 'is nothing to give'}.`
  })

export const fieldSpaced = (part: string, { name, words }: AccountField) =>
  refusal({
    code: 'FIELD_SPACED',
    where: `${part}/${name}`,
    zh: `${words.zh}含有空格或换行，请重新复制。`,
    en: `${words.en} (${name}) contains a space or a line break; copy it again.`
  })

export const valueUnknown = (part: string, { name, words, oneOf = [] }: AccountField, came: string) =>
  refusal({
    code: 'VALUE_UNKNOWN',
    where: `${part}/${name}`,
    zh: `${words.zh}只能是 ${oneOf.join('、')}，填写的是“${came}”。`,
    en: `${words.en} (${name}) must be one of ${oneOf.join(', ')}; "${came}" came.`
  })

/** `zh` and `en` say what was expected. */
export const fieldShape = (where: string, zh: string, en: string) => refusal({ code: 'FIELD_SHAPE', where, zh, en })

export const apiMissing = () =>
  refusal({
    code: 'API_MISSING',
    where: 'api',
    zh: '请填写实例地址，例如 https://mastodon.example。',
    en: 'The address of the instance is missing, such as https://mastodon.example.'
  })

export const notEncrypted = (where: string) =>
  refusal({
    code: 'NOT_ENCRYPTED',
    where,
    zh: '地址须以 https:// 开头，否则密钥会明文传输（本机地址除外）。',
    en: 'The address must begin with https://, or secrets would travel readable; this machine alone is excepted.'
  })

export const idUnusual = (zh: string, en: string) => warning({ code: 'ID_UNUSUAL', where: 'id', zh, en })

export const inTheFuture = (where: string, zh: string, en: string) =>
  warning({ code: 'IN_THE_FUTURE', where, zh: `${zh}在将来。`, en: `${en} is in the future.` })

export const delaysDisordered = () =>
  warning({
    code: 'DELAYS_DISORDERED',
    where: 'delay',
    zh: '新作品的发现时限长于旧作品，请核对。',
    en: 'New posts would be read more rarely than old ones; see that it is meant so.'
  })
