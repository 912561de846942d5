import type { OutsideRequest } from '@huiyin/ports/intake.ts'
import type { FastifyInstance, FastifyRequest, FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { compileValidator } from '../validate.ts'

/** Routes of this plugin get bodies as they came: a signature is over bytes. */
export function takeRaw(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
}

/** The body's schema tells readers what is expected; it is judged behind the signature, not before it. */
const compileAllButBody: FastifySchemaCompiler<TSchema> = of =>
  of.httpPart === 'body' ? (value: unknown) => ({ value }) : compileValidator(of)

/** Of every route that is asked from outside. */
export const outside = { config: { signed: true }, validatorCompiler: compileAllButBody }

/** The request as it came. */
export function asSent({ method, query, headers, body }: FastifyRequest): OutsideRequest {
  return {
    method: method === 'GET' ? 'GET' : 'POST',
    query: query as Record<string, string>,
    header: name => {
      const value = headers[name]
      return Array.isArray(value) ? value[0] : value
    },
    raw: Buffer.isBuffer(body) ? body : Buffer.alloc(0)
  }
}
