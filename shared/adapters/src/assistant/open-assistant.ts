import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Assistant, Question } from '@huiyin/ports/assistant.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import type { Outbound } from '../outbound/outbound.ts'
import { exchange, isObject, NoAnswer } from '../platforms/http.ts'

const PATIENCE = 30_000
const ANSWER_LIMIT = 256 * 1024
const MOST_TOKENS = 1_000
const WHO = 'The assistant'

type Wanted = Pick<Settings, 'assistantUrl' | 'assistantModel' | 'assistantKey'>

interface Options {
  /** ms. */
  patience?: number
}

/** An endpoint as OpenAI's, if the settings name one; asked once, by the way that is open to entered addresses only. */
export function openAssistant(
  { assistantUrl: url, assistantModel: model, assistantKey: key }: Wanted,
  ways: Outbound,
  { patience = PATIENCE }: Options = {}
): Assistant | undefined {
  if (url === undefined || model === undefined) return
  const http = ways.client({ timeout: patience, answerLimit: ANSWER_LIMIT })
  const address = `${url.slice(0, url.search(/[^/]\/*$/) + 1)}/chat/completions`
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'user-agent': 'Huiyin',
    ...(key !== undefined && { authorization: `Bearer ${key}` })
  }
  return {
    model,
    async ask(question) {
      const data = JSON.stringify(requestOf(model, question))
      const signal = AbortSignal.timeout(patience) // axios's own counts from the connection
      try {
        const { status, json } = await exchange(http, WHO, { method: 'POST', url: address, headers, data, signal })
        if (status !== 200) throw failed(`answered ${status}`)
        return contentOf(json)
      } catch (error) {
        if (error instanceof NoAnswer) throw new HuiyinError('ASSISTANT_FAILED', error.message)
        throw error
      }
    }
  }
}

const requestOf = (model: string, { instruction, material }: Question) => ({
  model,
  messages: [
    { role: 'system', content: instruction },
    { role: 'user', content: material }
  ],
  temperature: 0.2,
  max_tokens: MOST_TOKENS,
  stream: false
})

/** Throws ASSISTANT_FAILED, which repeats nothing of what came. */
function contentOf(json: unknown): string {
  const choices = isObject(json) && Array.isArray(json.choices) ? json.choices : []
  const choice: unknown = choices[0]
  if (!isObject(choice) || !isObject(choice.message) || typeof choice.message.content !== 'string')
    throw failed('answered without choices[0].message.content')
  if (choice.finish_reason === 'length') throw failed('was cut short')
  return choice.message.content
}

const failed = (what: string) => new HuiyinError('ASSISTANT_FAILED', `${WHO} ${what}; write the reply yourself`)
