import type { FastifyInstance } from 'fastify'
import { alarming, invalidRequest } from './errors.ts'

/** How deep JSON may be nested: ours has five levels, and what walks a deeper one by recursion would end badly. */
const DEEPEST = 32

/**
 * Takes bodies of JSON, in `app` and what is registered in it: not nested too deep, which is asked before it is parsed,
 * and without names by which an object gets another prototype.
 */
export function takeJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (isTooDeep(body)) return done(alarming(invalidRequest('body', `body is nested deeper than ${DEEPEST} levels`)))
    return parse(request, body, (error, value) => {
      if (error && isJson(body)) done(alarming(invalidRequest('body', 'body must not name a prototype')))
      else done(error, value)
    })
  })
}

/** Whether a text of JSON opens more than DEEPEST brackets at once; what stands in strings is none. */
export function isTooDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quoted) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) quoted = false
    } else if (code === QUOTE) quoted = true
    else if (code === BRACKET || code === BRACE) {
      if (++depth > DEEPEST) return true
    } else if (code === BRACKET_END || code === BRACE_END) depth--
  }
  return false
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const BRACKET = 0x5b
const BRACKET_END = 0x5d
const BRACE = 0x7b
const BRACE_END = 0x7d

function isJson(text: string): boolean {
  try {
    return JSON.parse(text) !== undefined
  } catch {
    return false
  }
}
